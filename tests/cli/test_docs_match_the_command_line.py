"""docs/cli.md and docs/evaluation.md say what the command line does: its commands, options, exit codes."""

import argparse
import re
import shlex
from pathlib import Path

import pytest

from dispatch_parser.cli import main as cli
from dispatch_parser.cli.main import COMMANDS, build_parser
from dispatch_parser.errors import ExitCode

DOCS = Path(__file__).parents[2] / "docs"
CLI = (DOCS / "cli.md").read_text(encoding="utf-8")
EVALUATION = (DOCS / "evaluation.md").read_text(encoding="utf-8")


def examples():
    blocks = re.findall(r"```sh\n(.*?)```", CLI + EVALUATION, flags=re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def commands():
    (action,) = (a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction))
    return action.choices


@pytest.mark.parametrize("line", examples())
def test_every_example_is_a_right_command(line):
    program, *arguments = shlex.split(line.partition(" > ")[0])
    assert program == "dispatch-parser"
    assert build_parser().parse_args(arguments).command == arguments[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_section_and_examples(command):
    assert f"\n## {command}\n" in CLI
    assert any(line.startswith(f"dispatch-parser {command}") for line in examples())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_told(command):
    for action in commands()[command]._actions:
        for option in action.option_strings:
            assert option in CLI, f"{command} {option}"


def test_every_option_of_evaluate_is_explained():
    for action in commands()["evaluate"]._actions:
        for option in set(action.option_strings) - {"-h", "--help", "--lang"}:
            assert option in EVALUATION, option


def test_every_exit_code_is_told():
    table = {int(code) for code in re.findall(r"^\| (\d+) \|", CLI, flags=re.MULTILINE)}
    assert table == {int(code) for code in ExitCode} | {cli.INTERRUPTED, cli.BROKEN_PIPE}
