import Foundation
import Testing

/// What CI servers and code scanning read, held against their own schemas by validators that others wrote, and by ours.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the Python that 'make test' prepares"))
struct `Reports keep to the formats of others` {
    @Test func `SARIF of a run with findings of all kinds, and of one without`() async throws {
        try await inFolder { folder in
            for (name, arguments) in Self.runs {
                let ended = try await Program.run(Program.heddle, arguments + ["--format", "sarif"], in: folder)
                try ended.output.write(to: folder.appendingPathComponent("\(name).sarif"), atomically: true, encoding: .utf8)
                let checked = try await Program.client("check_sarif.py", "\(name).sarif", "sarif.schema.json", in: folder)
                #expect(checked.status == 0, "\(name): \(checked.everything)")
                let ours = try await Program.heddle("contract", "validate", "sarif.schema.json", "\(name).sarif", in: folder)
                #expect(ours.status == 0, "\(name): \(ours.everything)")
            }
        }
    }

    @Test func `JUnit of the same`() async throws {
        try await inFolder { folder in
            for (name, arguments) in Self.runs {
                let ended = try await Program.run(Program.heddle, arguments + ["--format", "junit"], in: folder)
                try ended.output.write(to: folder.appendingPathComponent("\(name).xml"), atomically: true, encoding: .utf8)
                for schema in ["junit-ant", "junit-jenkins"] {
                    let file = Program.root.appendingPathComponent("Fixtures/reports/\(schema).xsd").path
                    let checked = try await Program.client("check_xml.py", file, "\(name).xml", in: folder)
                    #expect(checked.status == 0, "\(name) by \(schema): \(checked.everything)")
                }
            }
        }
    }

    private static let runs = [
        ("findings", ["contract", "lint", "odd name, 100%.avsc", "order.json", "order.proto"]),
        ("changes", ["contract", "compare", "old.avsc", "order.avsc", "--mode", "full"]),
        ("silence", ["contract", "lint", "order.avsc"]),
    ]

    private func inFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-reports-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func record(_ fields: String) -> String {
            #"{"type": "record", "name": "Order", "namespace": "shop", "doc": "d", "fields": [\#(fields)]}"#
        }
        let files = [
            "odd name, 100%.avsc": #"{"type": "record", "name": "order", "fields": [{"name": "Ä<&>\"", "type": "int"}]}"#,
            "order.json": "{\n  \"type\": \"string\",\n  \"maxLenght\": 3\n}\n",
            "order.proto": "syntax = \"proto3\";\nmessage order { string orderId = 1; }\n",
            "order.avsc": record(#"{"name": "id", "type": "string", "default": ""}"#),
            "old.avsc": record(#"{"name": "id", "type": "int"}, {"name": "note", "type": "string"}"#),
        ]
        for (name, text) in files {
            try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        try await body(folder)
    }
}
