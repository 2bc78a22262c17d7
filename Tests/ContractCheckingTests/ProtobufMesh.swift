import ContractCompatibility
import ContractModel
import Diagnostics
import TestSupport

@testable import ContractChecking

/// A random set of .proto files that import each other, and one that somebody has changed.
struct ProtobufMesh {
    struct File {
        var imports: Set<Int>
        /// Name and fields: type, name, number.
        var messages: [(name: String, fields: [(type: String, name: String, number: Int)])]
        var enums: [(name: String, values: [(name: String, number: Int)])]
    }

    var files: [File]

    static func random(_ count: Int, using random: inout SeededGenerator) -> ProtobufMesh {
        var files: [File] = []
        for index in 0..<count {
            let imports = Set((0..<index).filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
            let known = imports.sorted().flatMap { files[$0].messages.map(\.name) + files[$0].enums.map(\.name) }
            var file = File(imports: imports, messages: [], enums: [])
            if Bool.random(using: &random) {
                file.enums = [("E\(index)", (0..<3).map { ("E\(index)_\($0)", $0) })]
            }
            for number in 0..<Int.random(in: 1...3, using: &random) {
                let fields = (1...Int.random(in: 1...4, using: &random)).map { field in
                    (type: Self.type(from: known, using: &random), name: "f\(field)", number: field)
                }
                file.messages.append(("M\(index)_\(number)", fields))
            }
            files.append(file)
        }
        return ProtobufMesh(files: files)
    }

    private static func type(from known: [String], using random: inout SeededGenerator) -> String {
        let scalars = ["string", "int32", "int64", "bool", "bytes", "fixed32", "repeated string"]
        return (scalars + known + known).randomElement(using: &random) ?? "string"
    }

    mutating func change(using random: inout SeededGenerator) {
        let index = Int.random(in: 0..<files.count, using: &random)
        let scalars = ["string", "int32", "bytes", "sint32"]
        let hasField = !files[index].messages[0].fields.isEmpty
        switch Int.random(in: 0..<9, using: &random) {
        case 0 where files[index].messages.count > 1:
            // Another file gets it; those that spoke of it may see it no longer.
            let message = files[index].messages.removeLast()
            files[Int.random(in: 0..<files.count, using: &random)].messages.append(message)
        case 1 where hasField: files[index].messages[0].fields[0].type = scalars.randomElement(using: &random) ?? "bool"
        case 2: _ = files[index].messages[0].fields.popLast()
        case 3 where hasField: files[index].messages[0].fields[0].name = "renamed"
        case 4: files[index].messages.append(("N\(index)", [("string", "a", 1)]))
        case 5 where !files[index].enums.isEmpty: files[index].enums[0].values.removeLast()
        case 6: if let gone = files[index].imports.first { files[index].imports.remove(gone) }
        case 7: if index > 0 { files[index].imports.insert(Int.random(in: 0..<index, using: &random)) }
        default: files[index].messages[0].fields.append(("string", "added", 15))
        }
    }

    func texts() -> [String] {
        files.map { file in
            var text = "syntax = \"proto3\";\npackage shop;\n"
            for path in file.imports.sorted() { text += "import \"shop/\(path).proto\";\n" }
            for enumeration in file.enums {
                text += "enum \(enumeration.name) {\n" + enumeration.values.map { "  \($0.name) = \($0.number);\n" }.joined() + "}\n"
            }
            for message in file.messages {
                text += "message \(message.name) {\n" + message.fields.map { "  \($0.type) \($0.name) = \($0.number);\n" }.joined() + "}\n"
            }
            return text
        }
    }

    /// A contract a file, with everything that it imports as its references.
    func contractTexts(suffix: String = "") -> [ContractText] {
        let sources = texts().enumerated().map { SourceFile(path: "contracts/\($0).proto\(suffix)", text: $1) }
        return files.indices.map { index in
            var reached: Set<Int> = []
            var open = [index]
            while let next = open.popLast() {
                for other in files[next].imports where reached.insert(other).inserted { open.append(other) }
            }
            reached.remove(index)
            return ContractText(
                sources[index], references: Dictionary(uniqueKeysWithValues: reached.map { ("shop/\($0).proto", sources[$0]) }))
        }
    }
}
