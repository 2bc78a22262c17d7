"""Checks an audit's table, page and comment against its JSON: JSON CSV HTML MARKDOWN."""
import csv
import html.parser
import json
import sys

audit = json.load(open(sys.argv[1]))
findings = audit["findings"]
assert findings
ranks = ["critical", "high", "medium", "low", "info"]
assert [ranks.index(f["severity"]) for f in findings] == sorted(ranks.index(f["severity"]) for f in findings)
for severity in ranks:
    assert audit["summary"][severity] == sum(f["severity"] == severity for f in findings)

rows = list(csv.DictReader(open(sys.argv[2], newline="")))
assert len(rows) == len(findings) + len(audit["suppressed"]), len(rows)
for row, finding in zip(rows, findings):
    assert row["code"] == finding["code"] and row["severity"] == finding["severity"]
    assert row["message"].lstrip("'") == finding["message"].lstrip("'"), row["message"]
    for value in row.values():
        assert not value or value[0] not in "=+-@\t\r\n", value


class Page(html.parser.HTMLParser):
    void = {"meta", "br"}

    def __init__(self):
        super().__init__()
        self.open, self.text, self.rows = [], "", 0

    def handle_starttag(self, tag, attributes):
        assert tag not in ("script", "img", "link", "iframe", "object"), tag
        for name, value in attributes:
            assert not name.startswith("on") and name not in ("src", "href", "style"), name
        self.rows += tag == "tr"
        if tag not in self.void:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        self.text += data


page = Page()
page.feed(open(sys.argv[3]).read())
assert not page.open, page.open
assert page.rows >= len(findings) + 1
for finding in findings:
    assert finding["message"] in page.text, finding["message"]

comment = open(sys.argv[4]).read()
assert "<script" not in comment
assert comment.count("\n| ") >= len(findings)
