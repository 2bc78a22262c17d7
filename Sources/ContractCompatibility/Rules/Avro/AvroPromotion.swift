import ContractModel

extension AvroType.Primitive {
    /// Avro 1.12, "Schema Resolution": the promotions.
    func reads(_ writer: AvroType.Primitive) -> Bool {
        switch (self, writer) {
        case (.long, .int), (.float, .int), (.float, .long), (.double, .int), (.double, .long), (.double, .float),
            (.string, .bytes), (.bytes, .string):
            true
        default: self == writer
        }
    }

    /// Whether there are numbers that the reader has only nearly: a float has 24 bits for the digits, a double 53.
    func rounds(_ writer: AvroType.Primitive) -> Bool {
        switch (self, writer) {
        case (.float, .int), (.float, .long), (.double, .long): true
        default: false
        }
    }
}

extension AvroNamedType {
    /// Unqualified names count, so that a namespace may change; else an alias of the reader's must be the writer's full name.
    func hasName(of writer: AvroNamedType) -> Bool {
        unqualifiedName == writer.unqualifiedName || aliases.contains(writer.fullName)
    }

    var unqualifiedName: Substring {
        fullName.lastIndex(of: ".").map { fullName[fullName.index(after: $0)...] } ?? fullName[...]
    }
}
