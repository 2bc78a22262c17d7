import ContractModel

extension ProtobufLint {
    mutating func checkImports() {
        for entry in file.imports {
            switch entry.modifier {
            case .public:
                add(
                    .protobufImportPublic, "'\(entry.path)' is imported for all who import this file", at: entry.span,
                    suggestion: "let each file import what it uses: generators of some languages do not follow public imports")
            case .weak:
                add(
                    .protobufImportWeak, "'\(entry.path)' is imported weakly, which only Google's own tools heed", at: entry.span,
                    suggestion: "import it plainly")
            case .none, .option: break
            }
        }
    }
}
