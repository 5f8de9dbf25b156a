"""Bodies named in running text: what a reader of dispatches would list, in order."""

import pytest

from dispatch_parser.gazetteer.lists import lists, scan_of

# (text, names found); `;` between the lists of a text, `|` between the members of one list.
NAMES = [
    # ministries and central bodies
    ("Bộ Tài chính chủ trì, phối hợp với Bộ Nội vụ trình Chính phủ.", "Bộ Tài chính; Bộ Nội vụ; Chính phủ"),
    ("Giao Bộ Văn hóa, Thể thao và Du lịch chủ trì.", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("Đề nghị VPCP cho ý kiến.", "Văn phòng Chính phủ"),
    ("Thủ tướng Chính phủ yêu cầu các Bộ rà soát.", "Thủ tướng Chính phủ; các Bộ"),
    ("báo cáo Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước Việt Nam"),
    (
        "đề nghị Tòa án nhân dân tối cao, Viện kiểm sát nhân dân tối cao phối hợp",
        "Tòa án nhân dân tối cao | Viện kiểm sát nhân dân tối cao",
    ),
    (
        "Bộ NN&MT, Bộ GD&ĐT và Bộ KH&CN",
        "Bộ Nông nghiệp và Môi trường | Bộ Giáo dục và Đào tạo | Bộ Khoa học và Công nghệ",
    ),
    (
        "các Bộ: Công an, Quốc phòng, Ngoại giao và Văn phòng Chính phủ",
        "Bộ Công an | Bộ Quốc phòng | Bộ Ngoại giao | Văn phòng Chính phủ",
    ),
    (
        "phối hợp với Bộ Công Thương, Bộ Lao động - Thương binh và Xã hội thẩm định",
        "Bộ Công Thương | Bộ Lao động - Thương binh và Xã hội",
    ),
    ("Cục Đăng kiểm Việt Nam hướng dẫn các đơn vị", "Cục Đăng kiểm Việt Nam; các đơn vị"),
    ("Vụ Pháp chế chủ trì, phối hợp với Vụ Tổ chức cán bộ", "Vụ Pháp chế; Vụ Tổ chức cán bộ"),
    ("Cục Khoa học, Công nghệ và Thông tin tổng hợp", "Cục Khoa học, Công nghệ và Thông tin"),
    ("Cục Quản lý Khám, chữa bệnh có trách nhiệm", "Cục Quản lý Khám, chữa bệnh"),
    ("Tổng cục Thuế chỉ đạo Cục Thuế tỉnh Sơn La", "Tổng cục Thuế; Cục Thuế tỉnh Sơn La"),
    ("Bảo hiểm xã hội Việt Nam kết nối dữ liệu", "Bảo hiểm xã hội Việt Nam"),
    # people's committees and councils
    ("Ủy ban nhân dân huyện Mường La báo cáo", "Ủy ban nhân dân huyện Mường La"),
    ("UỶ BAN NHÂN DÂN TỈNH yêu cầu", "Ủy ban nhân dân tỉnh"),
    ("UBND TP. Hải Phòng chỉ đạo", "Ủy ban nhân dân thành phố Hải Phòng"),
    ("trình HĐND tỉnh thông qua", "Hội đồng nhân dân tỉnh"),
    (
        "UBND các huyện, thị xã, thành phố; UBND các xã, phường, thị trấn",
        "Ủy ban nhân dân các huyện, thị xã, thành phố | Ủy ban nhân dân các xã, phường, thị trấn",
    ),
    (
        "Giao UBND các huyện: Sông Mã, Mộc Châu, Yên Châu thực hiện",
        "Ủy ban nhân dân huyện Sông Mã | Ủy ban nhân dân huyện Mộc Châu | Ủy ban nhân dân huyện Yên Châu",
    ),
    (
        "Ủy ban nhân dân các huyện Sông Mã, Mộc Châu và thành phố Sơn La lập kế hoạch",
        "Ủy ban nhân dân huyện Sông Mã | Ủy ban nhân dân huyện Mộc Châu | Ủy ban nhân dân thành phố Sơn La",
    ),
    (
        "Ủy ban nhân dân phường Tô Hiệu, Ủy ban nhân dân xã Chiềng An",
        "Ủy ban nhân dân phường Tô Hiệu | Ủy ban nhân dân xã Chiềng An",
    ),
    ("Ủy ban nhân dân cấp xã niêm yết", "Ủy ban nhân dân cấp xã"),
    (
        "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương báo cáo",
        "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
    ),
    ("Văn phòng HĐND và UBND xã tiếp nhận", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"),
    (
        "Ủy ban nhân dân quận 5 và Ủy ban nhân dân phường 12",
        "Ủy ban nhân dân quận 5 | Ủy ban nhân dân phường 12",
    ),
    # provincial departments
    ("Sở Lao động - Thương binh và Xã hội tham mưu", "Sở Lao động - Thương binh và Xã hội"),
    (
        "Sở NN&PTNT, Sở TN&MT, Sở GTVT rà soát",
        "Sở Nông nghiệp và Phát triển nông thôn | Sở Tài nguyên và Môi trường | Sở Giao thông vận tải",
    ),
    ("Sở LĐTBXH và Sở GD&ĐT", "Sở Lao động - Thương binh và Xã hội | Sở Giáo dục và Đào tạo"),
    ("Sở NNMT chủ trì", "Sở Nông nghiệp và Môi trường"),
    ("Sở KH và ĐT thẩm định", "Sở Kế hoạch và Đầu tư"),
    (
        "các Sở: Tài chính, Nội vụ; Y tế và Tư pháp xây dựng kế hoạch",
        "Sở Tài chính | Sở Nội vụ | Sở Y tế | Sở Tư pháp",
    ),
    ("các Sở Y tế, Xây dựng và Công Thương", "Sở Y tế | Sở Xây dựng | Sở Công Thương"),
    ("Sở Công Thương, Xây dựng, Tài chính đề xuất", "Sở Công Thương | Sở Xây dựng | Sở Tài chính"),
    (
        "Các Sở, ngành: Công Thương, Nội vụ, Công an tỉnh phối hợp",
        "Sở Công Thương | Sở Nội vụ | Công an tỉnh",
    ),
    (
        "các Sở: Tài chính, Khoa học và công nghệ, Văn phòng Ủy ban nhân dân tỉnh",
        "Sở Tài chính | Sở Khoa học và công nghệ | Văn phòng Ủy ban nhân dân tỉnh",
    ),
    (
        "các Sở Văn hóa, Thể thao và Du lịch, Khoa học và Công nghệ",
        "Sở Văn hóa, Thể thao và Du lịch | Sở Khoa học và Công nghệ",
    ),
    (
        "Sở Tài chính (Phòng Ngân sách), Kho bạc Nhà nước khu vực V",
        "Sở Tài chính | Kho bạc Nhà nước khu vực V",
    ),
    (
        "Sở Nội vụ tỉnh Cao Bằng gửi Sở Nội vụ các tỉnh, thành phố",
        "Sở Nội vụ tỉnh Cao Bằng; Sở Nội vụ các tỉnh, thành phố",
    ),
    (
        "các Sở Giáo dục và Đào tạo chỉ đạo các trường trung học phổ thông",
        "các Sở Giáo dục và Đào tạo; các trường trung học phổ thông",
    ),
    ("Thanh tra tỉnh thanh tra việc chấp hành", "Thanh tra tỉnh"),
    ("Ban Dân tộc tỉnh và Ban Quản lý Khu kinh tế tỉnh", "Ban Dân tộc tỉnh | Ban Quản lý Khu kinh tế tỉnh"),
    ("Ban Quản lý các khu công nghiệp tỉnh kiểm tra", "Ban Quản lý các khu công nghiệp tỉnh"),
    (
        "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh",
        "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh",
    ),
    # forces, courts, vertical bodies
    (
        "Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
        "Công an tỉnh | Bộ Chỉ huy Quân sự tỉnh | Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
    ),
    ("Bộ CHQS tỉnh và Bộ CH BĐBP tỉnh", "Bộ Chỉ huy Quân sự tỉnh | Bộ Chỉ huy Bộ đội Biên phòng tỉnh"),
    ("đề nghị Tòa án nhân dân tỉnh, Viện KSND tỉnh", "Tòa án nhân dân tỉnh | Viện kiểm sát nhân dân tỉnh"),
    (
        "Cục Thống kê tỉnh; Kho bạc Nhà nước tỉnh; BHXH tỉnh",
        "Cục Thống kê tỉnh | Kho bạc Nhà nước tỉnh | Bảo hiểm xã hội tỉnh",
    ),
    ("Chi cục Thuế khu vực IV và Thuế tỉnh Ninh Bình", "Chi cục Thuế khu vực IV | Thuế tỉnh Ninh Bình"),
    ("Ngân hàng Nhà nước chi nhánh tỉnh Lai Châu", "Ngân hàng Nhà nước chi nhánh tỉnh Lai Châu"),
    ("Chi nhánh Ngân hàng Chính sách xã hội tỉnh cho vay", "Chi nhánh Ngân hàng Chính sách xã hội tỉnh"),
    ("Cục Quản lý thị trường tỉnh xử lý", "Cục Quản lý thị trường tỉnh"),
    # Party, Front, mass organisations
    (
        "Ban Thường vụ Tỉnh ủy giao Đảng ủy Ủy ban nhân dân tỉnh",
        "Ban Thường vụ Tỉnh ủy; Đảng ủy Ủy ban nhân dân tỉnh",
    ),
    (
        "Văn phòng Tỉnh ủy, Ban Tổ chức Tỉnh ủy và Ủy ban Kiểm tra Tỉnh ủy",
        "Văn phòng Tỉnh ủy | Ban Tổ chức Tỉnh ủy | Ủy ban Kiểm tra Tỉnh ủy",
    ),
    ("Ban Tuyên giáo và Dân vận Tỉnh ủy định hướng", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    ("Đảng ủy Công an tỉnh lãnh đạo", "Đảng ủy Công an tỉnh"),
    (
        "Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội",
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | các tổ chức chính trị - xã hội",
    ),
    (
        "Liên đoàn Lao động tỉnh, Hội Nông dân tỉnh, Hội LHPN tỉnh, Tỉnh Đoàn",
        "Liên đoàn Lao động tỉnh | Hội Nông dân tỉnh | Hội Liên hiệp Phụ nữ tỉnh | Tỉnh Đoàn",
    ),
    ("Đoàn TNCS Hồ Chí Minh tỉnh vận động", "Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh"),
    ("Liên minh HTX tỉnh và Hội CCB tỉnh", "Liên minh Hợp tác xã tỉnh | Hội Cựu chiến binh tỉnh"),
    ("Huyện ủy Thuận Châu chỉ đạo", "Huyện ủy Thuận Châu"),
    # schools, hospitals, media, companies
    ("Trường Đại học Tây Bắc chủ trì", "Trường Đại học Tây Bắc"),
    (
        "Phòng Đào tạo phối hợp với Phòng Tuyển sinh và Truyền thông",
        "Phòng Đào tạo; Phòng Tuyển sinh và Truyền thông",
    ),
    (
        "Trưởng các phòng Hành chính - Tổng hợp và phòng Công tác sinh viên",
        "phòng Hành chính - Tổng hợp | phòng Công tác sinh viên",
    ),
    ("Trung tâm Khảo thí và Đảm bảo chất lượng nhận hồ sơ", "Trung tâm Khảo thí và Đảm bảo chất lượng"),
    (
        "Bệnh viện Đa khoa tỉnh, Trung tâm Y tế huyện Vân Hồ",
        "Bệnh viện Đa khoa tỉnh | Trung tâm Y tế huyện Vân Hồ",
    ),
    ("Trung tâm Kiểm soát bệnh tật tỉnh giám sát", "Trung tâm Kiểm soát bệnh tật tỉnh"),
    (
        "Đài Phát thanh và Truyền hình tỉnh, Báo Sơn La đưa tin",
        "Đài Phát thanh và Truyền hình tỉnh | Báo Sơn La",
    ),
    ("Công ty TNHH MTV Cấp nước Bình An rà soát", "Công ty TNHH MTV Cấp nước Bình An"),
    ("Công ty Cổ phần Xi măng Bình An lập phương án", "Công ty Cổ phần Xi măng Bình An"),
    ("Công ty Cổ phần Điện nước Bình An lập phương án", "Công ty Cổ phần Điện nước Bình An"),
    ("Tổng công ty Điện lực miền Nam bảo đảm cấp điện", "Tổng công ty Điện lực miền Nam"),
    ("Công ty Điện lực Sơn La bảo đảm cung ứng điện", "Công ty Điện lực Sơn La"),
    ("Tập đoàn Điện lực Việt Nam chỉ đạo", "Tập đoàn Điện lực Việt Nam"),
    (
        "Trường THPT Chu Văn An và Trường Tiểu học Kim Đồng",
        "Trường Trung học phổ thông Chu Văn An | Trường Tiểu học Kim Đồng",
    ),
    ("Trung tâm Phục vụ hành chính công tỉnh công khai", "Trung tâm Phục vụ hành chính công tỉnh"),
    (
        "Chi cục Kiểm lâm tỉnh và Hạt Kiểm lâm huyện Mường Tè",
        "Chi cục Kiểm lâm tỉnh | Hạt Kiểm lâm huyện Mường Tè",
    ),
    ("Quỹ Đầu tư phát triển tỉnh thẩm định", "Quỹ Đầu tư phát triển tỉnh"),
    # councils and committees
    ("Hội đồng Thi đua - Khen thưởng tỉnh xét", "Hội đồng Thi đua - Khen thưởng tỉnh"),
    ("Ban Chỉ đạo về chuyển đổi số tỉnh họp", "Ban Chỉ đạo về chuyển đổi số tỉnh"),
    ("Ủy ban Quốc gia về chuyển đổi số", "Ủy ban Quốc gia về chuyển đổi số"),
    ("Tổ công tác của Thủ tướng Chính phủ", "Tổ công tác; Thủ tướng Chính phủ"),
    ("Ban Chỉ huy Phòng thủ dân sự tỉnh trực ban", "Ban Chỉ huy Phòng thủ dân sự tỉnh"),
    # commune offices
    (
        "Phòng Kinh tế, Phòng Văn hóa - Xã hội và Trung tâm Phục vụ hành chính công xã",
        "Phòng Kinh tế | Phòng Văn hóa - Xã hội | Trung tâm Phục vụ hành chính công xã",
    ),
    ("Phòng Kinh tế, Hạ tầng và Đô thị phường lập dự toán", "Phòng Kinh tế, Hạ tầng và Đô thị phường"),
    ("Trạm Y tế xã và Công an xã", "Trạm Y tế xã | Công an xã"),
    # collectives
    ("các sở, ban, ngành căn cứ chức năng", "các sở, ban, ngành"),
    (
        "các sở, ban, ngành, đoàn thể tỉnh và UBND các xã, phường",
        "các sở, ban, ngành, đoàn thể tỉnh | Ủy ban nhân dân các xã, phường",
    ),
    ("phối hợp với các cơ quan, đơn vị có liên quan triển khai", "các cơ quan, đơn vị có liên quan"),
    ("các sở, ngành và địa phương liên quan báo cáo", "các sở, ngành và địa phương liên quan"),
    (
        "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ rà soát",
        "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
    ),
    (
        "các đơn vị sự nghiệp công lập trực thuộc Sở Y tế thực hiện",
        "các đơn vị sự nghiệp công lập trực thuộc Sở Y tế",
    ),
    ("các đơn vị trực thuộc triển khai thực hiện", "các đơn vị trực thuộc"),
    (
        "các cơ quan trung ương đóng trên địa bàn tỉnh phối hợp",
        "các cơ quan trung ương đóng trên địa bàn tỉnh",
    ),
    ("các tổ chức tín dụng trên địa bàn cho vay", "các tổ chức tín dụng trên địa bàn"),
    (
        "các doanh nghiệp khai thác khoáng sản trên địa bàn tỉnh chấp hành",
        "các doanh nghiệp khai thác khoáng sản",
    ),
    ("tổ chức, cá nhân liên quan chịu trách nhiệm thi hành", "tổ chức, cá nhân liên quan"),
    ("chính quyền địa phương và đơn vị tư vấn lập hồ sơ", "chính quyền địa phương | đơn vị tư vấn"),
    ("Chủ đầu tư khẩn trương bàn giao mặt bằng", "Chủ đầu tư"),
    ("các cơ quan thông tấn, báo chí tuyên truyền", "các cơ quan thông tấn, báo chí"),
    ("các địa phương báo cáo trước ngày 05", "các địa phương"),
    ("phối hợp với cơ quan Công an xử lý", "cơ quan Công an"),
    ("các phòng chuyên môn thuộc Sở tham mưu", "các phòng chuyên môn thuộc Sở"),
    (
        "các Khoa, Phòng, Trung tâm trực thuộc Trường nộp báo cáo",
        "các Khoa, Phòng, Trung tâm trực thuộc Trường",
    ),
    # anaphora
    ("Các đơn vị nêu trên gửi báo cáo", "Các đơn vị nêu trên"),
    ("Các đơn vị trên gửi báo cáo", "Các đơn vị trên"),
    ("giao các cơ quan trên, Sở Y tế rà soát", "các cơ quan trên | Sở Y tế"),
    ("Các sở, ngành, địa phương trên có trách nhiệm báo cáo", "Các sở, ngành, địa phương trên"),
    ("các đơn vị trên địa bàn báo cáo", "các đơn vị trên địa bàn"),
    ("các doanh nghiệp trên 50 lao động báo cáo", "các doanh nghiệp"),
    ("các đơn vị trên cơ sở kế hoạch tổ chức thực hiện", "các đơn vị"),
    ("các cơ quan cấp trên báo cáo", "các cơ quan cấp trên"),
    ("các cơ quan được giao chủ trì báo cáo Sở Nội vụ", "các cơ quan được giao chủ trì; Sở Nội vụ"),
    # names within names, numbers, branches
    (
        "Bộ Tư lệnh Quân khu 2, Văn phòng Ban Chỉ đạo 389 tỉnh",
        "Bộ Tư lệnh Quân khu 2 | Văn phòng Ban Chỉ đạo 389 tỉnh",
    ),
    ("Tòa án nhân dân khu vực 3 xét xử", "Tòa án nhân dân khu vực 3"),
    (
        "Ngân hàng TMCP Bình An - Chi nhánh Lai Châu cho vay",
        "Ngân hàng TMCP Bình An - Chi nhánh Lai Châu",
    ),
    ("Công an các đơn vị, địa phương tuần tra", "Công an các đơn vị, địa phương"),
    (
        "Ban Thường vụ các huyện ủy, thành ủy lãnh đạo",
        "Ban Thường vụ các huyện ủy, thành ủy",
    ),
    (
        "các Vụ: Pháp chế, Tổ chức cán bộ; các Cục: Việc làm, Hóa chất",
        "Vụ Pháp chế | Vụ Tổ chức cán bộ | Cục Việc làm | Cục Hóa chất",
    ),
    (
        "các đơn vị thuộc, trực thuộc Bộ và các phòng chuyên môn, nghiệp vụ thuộc Sở",
        "các đơn vị thuộc, trực thuộc Bộ | các phòng chuyên môn, nghiệp vụ thuộc Sở",
    ),
    (
        "Trung tâm Giám sát, điều hành đô thị thông minh vận hành",
        "Trung tâm Giám sát, điều hành đô thị thông minh",
    ),
    (
        "Công ty TNHH MTV Quản lý, khai thác công trình thủy lợi Bình An tích nước",
        "Công ty TNHH MTV Quản lý, khai thác công trình thủy lợi Bình An",
    ),
    (
        "UBND các xã, phường và đặc khu Cồn Cỏ trực ban",
        "Ủy ban nhân dân các xã, phường và đặc khu Cồn Cỏ",
    ),
    (
        "UBND các xã: Mường So, Bản Bo; phường Tân Phong và phường Đoàn Kết",
        "Ủy ban nhân dân xã Mường So | Ủy ban nhân dân xã Bản Bo"
        " | Ủy ban nhân dân phường Tân Phong | Ủy ban nhân dân phường Đoàn Kết",
    ),
    ("các Tổng cục, Cục, Vụ và địa phương cập nhật", "các Tổng cục, Cục, Vụ | địa phương"),
    (
        "Chánh Văn phòng; Giám đốc các Sở: Y tế, Tài chính; Chủ tịch UBND các xã",
        "Văn phòng | Sở Y tế | Sở Tài chính | Ủy ban nhân dân các xã",
    ),
    ("Cục Thuế TP. Đà Nẵng gửi VNPT Đà Nẵng", "Cục Thuế thành phố Đà Nẵng; VNPT Đà Nẵng"),
    # lines of capitals
    (
        "TRÁCH NHIỆM CỦA SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN",
        "Sở Nông nghiệp và Phát triển nông thôn",
    ),
    ("ỦY BAN NHÂN DÂN HUYỆN TAM ĐƯỜNG", "Ủy ban nhân dân huyện Tam Đường"),
]

# Words that look like bodies and are none.
NOTHING = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "BAN HÀNH QUY CHẾ LÀM VIỆC NĂM 2026",
    "Đề nghị Quý cơ quan quan tâm",
    "Trường hợp có vướng mắc, báo cáo kịp thời.",
    "Ban hành kèm theo Quyết định này Quy chế làm việc.",
    "Thanh tra, kiểm tra việc chấp hành pháp luật.",
    "Tổ chức thực hiện nghiêm túc nội dung trên.",
    "Bộ tiêu chí đánh giá và bộ thủ tục hành chính nội bộ",
    "nâng cao chất lượng nguồn nhân lực ngành, lĩnh vực",
    "nhiệm vụ được giao và dịch vụ công trực tuyến",
    "cơ sở dữ liệu quốc gia về dân cư",
    "thị trường lao động và môi trường nước",
    "phát triển kinh tế - xã hội hằng năm",
    "Công văn số 1234/UBND-KT ngày 05/6/2024",
    "Quyết định số 45/QĐ-BTC và Kế hoạch số 12/KH-UBND",
    "Bộ luật Lao động và Bộ Luật Dân sự",
    "Hội nghị tổng kết công tác năm",
    "tại Điều 5 của Quy chế này",
    "đội ngũ cán bộ, công chức, viên chức",
    "công khai, minh bạch thủ tục",
    "Thời gian thực hiện: quý II năm 2026",
    "cải cách hành chính giai đoạn 2026 - 2030",
    "Phòng, chống thiên tai và tìm kiếm cứu nạn",
]


def found(text):
    scan = scan_of(text)
    return "; ".join(" | ".join(member.name for member in item.members) for item in lists(scan))


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text, names):
    assert found(text) == names


@pytest.mark.parametrize("text", NOTHING)
def test_no_body(text):
    assert found(text) == ""
