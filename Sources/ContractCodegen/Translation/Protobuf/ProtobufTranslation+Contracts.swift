import ContractModel
import func HeddleRuntime.sha256Text

extension ProtobufTranslation {
    mutating func contract(of message: ProtobufMessage) -> SwiftProperty {
        let text = textIndex(of: message.file)
        let arguments = [
            "format: .protobuf", "name: \(swiftLiteral(message.fullName))", "schema: protobufText\(text)", "references: protobufReferences\(text)",
            "digest: \(swiftLiteral(sha256Text(schema[message.file].source.file.bytes)))", "messageIndexes: \(indexes(of: message))",
        ]
        return SwiftProperty("static let contract = HeddleRuntime.ContractIdentity(\(arguments.joined(separator: ", ")))", access: options.access)
    }

    /// From the outermost, as Confluent's framing tells which message of a file follows.
    private func indexes(of message: ProtobufMessage) -> [Int] {
        let siblings = message.parent.map { schema[$0].messages } ?? schema[message.file].messages
        let own = siblings.firstIndex(of: message.id) ?? 0
        return (message.parent.map { indexes(of: schema[$0]) } ?? []) + [own]
    }

    private mutating func textIndex(of file: ProtobufID<ProtobufFile>) -> Int {
        if let known = texts.firstIndex(of: file) { return known }
        texts.append(file)
        return texts.count - 1
    }

    /// The .proto files of the types above, as they were written, and what they import.
    mutating func contractTexts() -> [SwiftDeclaration] {
        var index = 0
        var declarations: [SwiftDeclaration] = []
        while index < texts.count {
            let file = schema[texts[index]]
            // Of a file that is only referred to, the text is wanted too.
            let references = imports(of: file).map { imported in
                ".init(name: \(swiftLiteral(imported.path)), schema: protobufText\(textIndex(of: imported.id)))"
            }
            let text = swiftLiteral(String(decoding: file.source.file.bytes, as: UTF8.self))
            declarations.append(.property(SwiftProperty("private let protobufText\(index) = \(text)", access: nil)))
            declarations.append(
                .property(SwiftProperty("private let protobufReferences\(index): [HeddleRuntime.ContractIdentity.Reference] = [\(references.joined(separator: ", "))]", access: nil)))
            index += 1
        }
        return declarations
    }

    /// All that a file needs, those first that others need; without what every compiler brings along.
    private func imports(of file: ProtobufFile) -> [ProtobufFile] {
        var found: [ProtobufFile] = []
        var seen: Set<ProtobufID<ProtobufFile>> = [file.id]
        func add(_ file: ProtobufFile) {
            for statement in file.imports {
                guard let id = statement.file, seen.insert(id).inserted, !schema[id].isWellKnown else { continue }
                add(schema[id])
                found.append(schema[id])
            }
        }
        add(file)
        return found
    }
}
