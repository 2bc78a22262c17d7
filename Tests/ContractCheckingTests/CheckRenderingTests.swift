import ContractCompatibility
import ContractModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ContractChecking

@Suite struct `How a check is told` {
    static func report() -> CheckReport {
        let old = """
            { "type": "record", "name": "Order",
              "fields": [] }
            """
        let new = """
            { "type": "record", "name": "Order",
              "fields": [ { "name": "total", "type": "long" } ] }
            """
        var report = checkContracts(
            [
                CheckedContract(
                    name: "order", format: .avro, text: Make.text("contracts/order.avsc", new), mode: .full, uses: Make.orderUses),
                Make.contract("same", Make.avro(Make.id)),
            ],
            against: [
                "order": ContractHistory([ContractVersion(label: "main", format: .avro, text: Make.text("contracts/order.avsc@main", old))]),
                "same": ContractHistory([Make.version("main", of: "same", Make.avro(Make.id))]),
            ], today: Make.today)
        report.against = "main (1a2b3c4)"
        return report
    }

    @Test func `people see both texts, whom it hits and what to do`() {
        let text = TextRenderer().render(DiagnosticReport(Self.report().diagnostics))
        #expect(
            text.hasPrefix(
                """
                contracts/order.avsc:2:25: error: the field 'total' of 'Order' is not in the data, and has no default [avro/field-added-without-default]
                  2 |   "fields": [ { "name": "total", "type": "long" } ] }
                    |                         ^~~~~~~ now
                 --> contracts/order.avsc@main:1:29
                  1 | { "type": "record", "name": "Order",
                    |                             ------- before, in main
                    = note: in the contract 'order' at /fields/0
                    = note: breaks readers that have the new version when they meet data of the old one
                    = note: hits, once they are upgraded: billing (orders), shipping (orders)
                    = note: roll-out: producers first (checkout)
                    = help: Give the field a default:
                """))
    }

    @Test func `the verdicts end with one line on all`() {
        #expect(
            renderCheckText(Self.report()) == """
                order  breaking: not compatible with main (full)
                  roll-out: upgrade producers (checkout) first: new readers cannot read what old producers write
                            wait until the records of the old version have been consumed, or their retention is over
                            then upgrade consumers (billing, shipping)

                1 contract changed, 1 breaking, 1 unchanged; compared with main (1a2b3c4)

                """)
        #expect(renderCheckText(CheckReport()) == "no contract changed\n")
    }

    @Test func `a comment has a table, details, and the lines as a difference`() {
        let text = renderCheckMarkdown(Self.report())
        #expect(text.hasPrefix("## ❌ Contracts: 1 breaking change\n"))
        #expect(text.contains("| <code>order</code> | full | ❌ breaking | producers first (checkout) |\n"))
        #expect(!text.contains("<code>same</code>"))
        #expect(text.contains("+   \"fields\": [ { \"name\": \"total\", \"type\": \"long\" } ] }\n```\n"))
        #expect(text.components(separatedBy: "<details>").count == 2 && text.components(separatedBy: "</details>").count == 2)
        #expect(renderCheckMarkdown(CheckReport()).hasPrefix("## ✅ Contracts: no breaking change\n"))
    }

    @Test func `nothing that others wrote is markup in a comment`() {
        var report = Self.report()
        report.findings[0].message = "<script>| @everyone ```\n# *x* [a](b)"
        report.findings[0].newRange = nil
        report.findings[0].oldRange = MarkedSource("⟦a ```` b </details>⟧\n", path: "p").ranges[0]
        let text = renderCheckMarkdown(report)
        #expect(!text.contains("<script>") && !text.contains("@everyone") && !text.contains("*x*"))
        #expect(text.contains("\n`````diff\n- a ```` b </details>\n`````\n"))
    }

    @Test func `a comment stays short however much there is`() {
        var report = Self.report()
        report.findings = Array(repeating: report.findings[0], count: 5000)
        report.problems = Array(repeating: Diagnostic(code: "a/b", "m"), count: 5000)
        #expect(renderCheckMarkdown(report).utf8.count < 120_000)
        #expect(renderCheckMarkdown(report).contains("… and 4950 more findings."))
    }

    @Test func `what was agreed upon and what is only told is a note`() {
        var report = Self.report()
        report.findings[0].standing = .told
        #expect(report.diagnostics.map(\.severity) == [.note])
        #expect(report.diagnostics[0].notes == ["in the contract 'order' at /fields/0"])
    }

    @Test func `what is gone is shown with the file from which it has gone`() {
        let report = check(
            Make.contract("order", as: .protobuf, "syntax = \"proto3\"; message A {}", level: .source),
            Make.version("main", of: "order", as: .protobuf, "syntax = \"proto3\"; message A {} message B {}"))
        #expect(report.diagnostics.map(\.code) == ["protobuf/message-deleted"])
        #expect(report.diagnostics[0].range?.file.path == "contracts/order")
        #expect(report.diagnostics[0].secondary.map(\.range.file.path) == ["contracts/order@main"])
    }

    @Test func `every code of the gate has a page`() {
        let folder = packageRoot.appending(path: "Specs/diagnostics")
        for code in CheckCode.allCases {
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: code.rawValue + ".md").path), "\(code.rawValue)")
        }
    }
}
