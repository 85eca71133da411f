"""Why a file gives no report, and why reports are not compared: every cause in English and Chinese, in one table.

A reason is made in English, and goes as a text through errors, workers and lists of failures. Where it is shown to
readers of Chinese, `lawreport_parser.reasons_in_chinese` finds its row here, and the Chinese.
"""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["REASONS", "Words", "reason"]


class Words(NamedTuple):
    """A cause in English and in Chinese; `{name}` is a value, which may be a reason itself."""

    english: str
    chinese: str


#: Cause → its words.
REASONS: Final[dict[str, Words]] = {
    # Names.
    "no-name": Words("an empty name; give the name of a file", "文件名为空；请给出文件名"),
    "no-file": Words("no such file; check the name", "没有这个文件；请核对文件名"),
    "name-impossible": Words(
        "a name with a character that no name may hold; check it", "文件名含有不能用于文件名的字符；请核对"
    ),
    "name-is-none": Words("this is no name of a file: {error}", "这不是文件名：{error}"),
    "name-is-text": Words(
        "a text, and not the name of a file; parse reads texts", "这是一段文字，不是文件名；文字用 parse 读取"
    ),
    "name-of-type": Words("{place} is {what}; give a str or a Path", "{place} 是{what}；请给出 str 或 Path"),
    "of-type": Words("of type {type}", " {type} 类型"),
    "directory": Words("a directory; name the files in it", "这是文件夹；请给出其中的文件"),
    "device": Words("a pipe or device; give a file", "这是管道或设备；请给出文件"),
    "device-in-folder": Words("a pipe or device; name it to have it read", "这是管道或设备；要读取请直接写出它的名称"),
    "folder-closed": Words("the folder cannot be looked into: {error}", "文件夹打不开：{error}"),
    "glob-nothing": Words("nothing matches; check the pattern", "没有匹配的文件；请核对通配符"),
    "folder-nothing": Words(
        "no file in this folder ends in {endings}; name other files one by one",
        "文件夹里没有后缀为 {endings} 的文件；其他文件请逐个给出",
    ),
    "not-there": Words("no such file or folder; check the name", "没有这个文件或文件夹；请核对名称"),
    "no-name-at-all": Words("an empty name; give the name of a file or folder", "名称为空；请给出文件或文件夹的名称"),
    "input-closed": Words("closed, there is nothing to read; name a file", "已关闭，没有内容可读；请给出文件名"),
    "input-is-list": Words(
        "a list of files, not a report; give their names as arguments (xargs does)",
        "这是文件名的列表，不是报告；请把文件名作为参数给出（可用 xargs）",
    ),
    # Reading bytes.
    "no-permission": Words("no permission to read it; check who may", "没有读取权限；请核对权限"),
    "disk": Words("{error}; check the file and its disk", "{error}；请检查文件和磁盘"),
    "empty": Words("empty, there is no text in it; give the text of a report", "文件是空的，没有文字；请给出报告正文"),
    "file-too-large": Words(
        "the file has {size} bytes, more than the limit of {limit}; raise Limits.max_bytes if it is meant",
        "文件有 {size} 字节，超过上限 {limit}；确要读取，请调高 Limits.max_bytes",
    ),
    "text-too-long": Words(
        "the text has more than {limit} characters; raise Limits.max_characters if it is meant",
        "文字超过 {limit} 字；确要读取，请调高 Limits.max_characters",
    ),
    # Encodings.
    "encoding-unknown": Words(
        "unknown encoding {encoding}; give one such as utf-8, gb18030 or utf-16",
        "没有 {encoding} 这种编码；请给出 utf-8、gb18030、utf-16 之类",
    ),
    "encoding-wrong-byte": Words(
        "not {encoding}: the byte {byte} at offset {offset} cannot be decoded ({error}); give another encoding, or "
        "none to have it told by content",
        "不是 {encoding} 编码：第 {offset} 字节处的 {byte} 无法解码（{error}）；请换一种编码，或不指定编码，由内容判定",
    ),
    "encoding-wrong": Words(
        "not {encoding}: {error}; give another encoding, or none to have it told",
        "不是 {encoding} 编码：{error}；请换一种编码，或不指定编码，由内容判定",
    ),
    "no-text-in-any-encoding": Words(
        "no text in any encoding known: {share} of it would be control and replacement characters; give a "
        ".txt, .html, .docx or .pdf file, or the encoding",
        "按任何已知编码都不成文字：{share} 是控制字符和替代字符；请给出 .txt、.html、.docx 或 .pdf 文件，或指明编码",
    ),
    "binary": Words(
        "this is binary data, not text; give a .txt, .html, .docx or .pdf file",
        "这是二进制数据，不是文字；请给出 .txt、.html、.docx 或 .pdf 文件",
    ),
    # Formats that no reader takes.
    "format-unknown": Words(
        "unknown format {format}; give one of text, html, docx, pdf, or none to have it told",
        "没有 {format} 这种格式；请给出 text、html、docx、pdf 之一，或不指定，由内容判定",
    ),
    "rtf": Words(
        "this is an RTF document, not a document with text; open it in a word processor and save it as .docx",
        "这是 RTF 文档，不能读取；请用文字处理软件打开，另存为 .docx",
    ),
    "image-of-kind": Words(
        "this is a {kind} image, not a document with text; run it through OCR first",
        "这是 {kind} 图片，不是文字文档；请先作文字识别（OCR）",
    ),
    "image": Words(
        "this is an image, not a document with text; run it through OCR first",
        "这是图片，不是文字文档；请先作文字识别（OCR）",
    ),
    "archive": Words(
        "this is a {kind} archive, not a document with text; unpack it first",
        "这是 {kind} 压缩包，不是文字文档；请先解压",
    ),
    "xz": Words(
        "this is an xz archive, not a document with text; unpack it first", "这是 xz 压缩包，不是文字文档；请先解压"
    ),
    "program": Words(
        "this is a program, not a document with text; give the document itself",
        "这是程序，不是文字文档；请给出文档本身",
    ),
    "parquet": Words(
        "this is a Parquet table, not a document with text; read it as a table and give the texts one by one",
        "这是 Parquet 表，不是文字文档；请按表读取，再逐篇给出文字",
    ),
    "sqlite": Words(
        "this is a SQLite database, not a document with text; read it as a database and give the texts one by one",
        "这是 SQLite 数据库，不是文字文档；请按数据库读取，再逐篇给出文字",
    ),
    "word-2003-xml": Words(
        "this is a Word 2003 XML document; open it in a word processor and save it as .docx",
        "这是 Word 2003 XML 文档；请用文字处理软件打开，另存为 .docx",
    ),
    "json": Words(
        "this is JSON, not a document; give the document itself (`Report.from_json` reads reports)",
        "这是 JSON，不是文档；请给出文档本身（报告的 JSON 用 `Report.from_json` 读取）",
    ),
    "text-under-other-name": Words(
        "a {ending} file with plain text in it; if it is a report, say that its format is text",
        "{ending} 文件里是纯文本；如果是报告，请指明格式为 text",
    ),
    "mhtml": Words(
        "this is a web archive (MHTML); save the page as HTML", "这是网页归档（MHTML）；请把网页另存为 HTML"
    ),
    "old-word": Words(
        "this is the old Word format (.doc or .wps); open it and save it as .docx",
        "这是旧的 Word 格式（.doc 或 .wps）；请打开后另存为 .docx",
    ),
    "old-excel": Words(
        "this is an old Excel or PowerPoint file, not a text document",
        "这是旧的 Excel 或 PowerPoint 文件，不是文字文档",
    ),
    "old-office": Words(
        "this is an old Office file without a Word document in it; save the document as .docx",
        "这是旧的 Office 文件，其中没有 Word 文档；请把文档另存为 .docx",
    ),
    "zip-damaged": Words(
        "a .docx or other ZIP file that is damaged or cut off ({error}); get it again",
        ".docx 或其他 ZIP 文件，已损坏或不完整（{error}）；请重新获取",
    ),
    "excel": Words(
        "this is an Excel workbook (.xlsx), not a text document", "这是 Excel 工作簿（.xlsx），不是文字文档"
    ),
    "powerpoint": Words(
        "this is a PowerPoint presentation (.pptx), not a text document",
        "这是 PowerPoint 演示文稿（.pptx），不是文字文档",
    ),
    "ofd": Words(
        "this is an OFD document (GB/T 33190); export it as PDF or save it as .docx",
        "这是 OFD 文档（GB/T 33190）；请导出为 PDF，或另存为 .docx",
    ),
    "odt": Words(
        "this is an OpenDocument file (.odt); save it as .docx", "这是 OpenDocument 文件（.odt）；请另存为 .docx"
    ),
    "zip": Words(
        "this is a ZIP archive, not a .docx document; unpack it first", "这是 ZIP 压缩包，不是 .docx 文档；请先解压"
    ),
    # Word files.
    "encrypted": Words(
        "the document is encrypted; open it with its password and save it without one",
        "文档已加密；请用密码打开，去掉密码后保存",
    ),
    "docx-is-encrypted": Words(
        "the document is encrypted; open it in a word processor and save it as plain .docx",
        "文档已加密；请用文字处理软件打开，另存为普通的 .docx",
    ),
    "docx-is-old": Words(
        "the document is in the old Word format (.doc); open it in a word processor and save it as plain .docx",
        "文档是旧的 Word 格式（.doc）；请用文字处理软件打开，另存为普通的 .docx",
    ),
    "docx-unopened": Words(
        "this is no .docx, or it is damaged or cut off: its archive cannot be opened",
        "不是 .docx，或已损坏、不完整：压缩包打不开",
    ),
    "docx-too-large": Words(
        "the document unpacks to {size} bytes, more than the limit of {limit}; raise Limits.max_unpacked_bytes if it "
        "is meant",
        "文档解压后有 {size} 字节，超过上限 {limit}；确要读取，请调高 Limits.max_unpacked_bytes",
    ),
    "docx-too-large-to-unpack": Words(
        "the document unpacks to more than {limit} bytes, the limit; raise Limits.max_unpacked_bytes if it is meant",
        "文档解压后超过上限 {limit} 字节；确要读取，请调高 Limits.max_unpacked_bytes",
    ),
    "docx-no-document": Words(
        "this is not a Word document: its main part holds no w:document", "这不是 Word 文档：主体部分没有 w:document"
    ),
    "docx-no-text": Words(
        "the document holds no text; if it holds pictures of pages, run it through OCR first",
        "文档里没有文字；若是页面图片，请先作文字识别（OCR）",
    ),
    "docx-doctype": Words(
        "the part {part} has a document type declaration, which no Word document has",
        "部件 {part} 有文档类型声明，Word 文档不应有",
    ),
    "docx-markup": Words(
        "the document has more than {limit} tags and attributes, too many", "文档的标记和属性超过 {limit} 个，太多了"
    ),
    "docx-damaged-xml": Words(
        "the document is damaged: part {part} is no readable XML ({error})",
        "文档已损坏：部件 {part} 不是可读的 XML（{error}）",
    ),
    "docx-damaged-part": Words(
        "the document is damaged or cut off: {part} cannot be unpacked", "文档已损坏或不完整：{part} 无法解压"
    ),
    # Web pages and PDFs.
    "page-no-text": Words(
        "the page holds no text; it may be one that a script fills, so save it from a browser",
        "网页里没有文字；可能由脚本填充，请用浏览器打开后另存",
    ),
    "pdf-encrypted": Words(
        "the PDF is encrypted; open it with its password and save it without one",
        "PDF 已加密；请用密码打开，去掉密码后保存",
    ),
    "pdf-damaged": Words(
        "a PDF that is damaged or cut off ({error}); get it again", "PDF 已损坏或不完整（{error}）；请重新获取"
    ),
    "pdf-no-pages": Words(
        "a PDF without pages: it is damaged or cut off; get it again", "PDF 没有页面，已损坏或不完整；请重新获取"
    ),
    "pdf-too-long": Words(
        "the PDF has {pages} pages, more than the limit of {limit}; raise Limits.max_pages if it is meant",
        "PDF 有 {pages} 页，超过上限 {limit}；确要读取，请调高 Limits.max_pages",
    ),
    "pdf-cut-off": Words(
        "a PDF that is cut off: no text is left in it; get it again", "PDF 不完整，没有留下文字；请重新获取"
    ),
    "pdf-scanned": Words(
        "a scanned PDF: its {pages} pages are pictures without text; run it through OCR first",
        "扫描的 PDF：{pages} 页都是没有文字的图片；请先作文字识别（OCR）",
    ),
    "pdf-no-text": Words(
        "a PDF without text on its {pages} pages; if they show writing, run it through OCR first",
        "PDF 的 {pages} 页上没有文字；若能看到字，请先作文字识别（OCR）",
    ),
    # What the machine lacks, and what becomes of workers.
    "missing-extra": Words(
        "{package} is not installed: pip install 'lawreport-parser[{extra}]'",
        "没有安装 {package}：pip install 'lawreport-parser[{extra}]'",
    ),
    "out-of-memory": Words("there is too little memory to read it", "内存不足，无法读取"),
    "timeout": Words("not done after {seconds} seconds", "{seconds} 秒后仍未读完"),
    "worker-died": Words("the process that read it {manner}", "读取它的进程{manner}"),
    "worker-ended": Words("ended with status {status}", "以状态 {status} 结束"),
    "worker-killed": Words("was killed by {signal}", "被 {signal} 终止"),
    "worker-killed-for-memory": Words(
        "was killed by {signal} (was there too little memory?)", "被 {signal} 终止（是否内存不足？）"
    ),
    "defect": Words("a defect of this library, please report it: {error}", "本程序的缺陷，请报告：{error}"),
    "not-told": Words("the list of failures names no cause", "失败列表没有写明原因"),
    # What `--strict` refuses; `message` is that of a diagnostic, in both languages.
    "strict-one": Words("1 error, the first: {message}", "有 1 个错误：{message}"),
    "strict-several": Words("{count} errors, the first: {message}", "有 {count} 个错误，第一个：{message}"),
    "strict-command": Words("{error}; leave out --strict to read it all the same", "{error}；不加 --strict 可照样读取"),
    # Copies of Word files with comments.
    "comments-refused": Words(
        "comments cannot be written into this file; open it in a word processor and save it as plain .docx, or "
        "check it without -o ({error})",
        "这个文件不能加批注；请用文字处理软件打开，另存为普通的 .docx，或不加 -o 检查（{error}）",
    ),
    "copy-unread": Words("{error}; it has no copy with comments", "{error}；没有带批注的副本"),
    "changed": Words("it was changed while it was checked; check it again", "检查期间文件有改动；请重新检查"),
    # Why reports are not compared: what stands in the column `error`.
    "issuer-unknown": Words("whose report it is is not known", "不知道是哪个机关的报告"),
    "year-unknown": Words("the year that the report reviews is not known", "不知道报告总结的是哪一年"),
    "too-many-reports": Words(
        "the group has more than {limit} reports, and no issuer has so many",
        "这一组超过 {limit} 份，没有机关有这么多报告",
    ),
    "year-shared": Words(
        "there are other reports of the issuer on {year}: {others}", "同一机关 {year} 年还有其他报告：{others}"
    ),
    "comparing-failed": Words("comparing failed: {error}", "对照失败：{error}"),
}


def reason(cause: str, **values: object) -> str:
    """Return the English words of a cause with its values; `KeyError` where the table lacks it, or one of them."""
    return REASONS[cause].english.format(**values)
