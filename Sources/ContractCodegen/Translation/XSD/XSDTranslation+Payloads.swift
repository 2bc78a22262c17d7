import XMLText
import XSDModel

extension XSDTranslation {
    /// A document's element whose type has a name, or is simple: the value stands in a struct that knows the element.
    mutating func fillPayload(_ result: inout SwiftType, _ value: XSDElementValue) {
        let type = valueType(value)
        result.members.append(.property(SwiftProperty("var value: \(type)", access: options.access)))
        result.members.append(function("init(_ value: \(type))", SwiftCode("self.value = value")))
        var (reading, writing) = (SwiftCode(), SwiftCode())
        if case .fragment = value.kind {
            reading.line("self.value = xml.fragment()")
            writing.line("xml.fragment(self.value)")
        } else {
            let read = readContent(value, &reading)
            reading.line("self.value = \(read)")
            writeContent(value, "self.value", &writing)
        }
        result.members += [self.reading(reading), self.writing(writing)]
    }

    /// What makes the type a payload: its element, as the document's.
    mutating func payload(_ type: XSDGeneratedType, _ element: XSDElement) -> SwiftDeclaration {
        var part = SwiftExtension(of: type.name)
        part.conformances = ["HeddleRuntime.ContractCodable"]
        let identity = "HeddleRuntime.ContractIdentity(format: .xsd, name: \(swiftLiteral(element.name.description)), schema: contractSchema, references: contractReferences)"
        part.members.append(.property(SwiftProperty("static let contract = \(identity)", access: options.access)))
        let isPrefixed = !element.name.namespace.isEmpty && schema.elements.contains { !$0.isGlobal && $0.name.namespace.isEmpty }
        var isFragment = false
        var constraint = ""
        if case .payload(let value) = type.kind {
            if case .fragment = value.kind { isFragment = true }
            constraint = value.constraint.map { ", default: \(swiftLiteral($0.value))" } ?? ""
        } else if let value = element.value {
            constraint = ", default: \(swiftLiteral(value.value))"
        }
        var (reading, writing) = (SwiftCode(), SwiftCode())
        reading.line("var xml = try HeddleXML.XMLReader(from: &reader)")
        writing.line("var xml = HeddleXML.XMLWriter()")
        if isFragment {
            reading.line("try xml.expectRoot(\(arguments(element.name)))")
            reading.line("self = try \(type.name)(contentOf: &xml)")
            writing.line("try self.writeContent(to: &xml)")
        } else {
            reading.line("try xml.openRoot(\(arguments(element.name))\(constraint))")
            reading.line("self = try \(type.name)(contentOf: &xml)")
            reading.line("try xml.close()")
            writing.line("xml.startRoot(\(arguments(element.name))\(isPrefixed ? ", isPrefixed: true" : ""))")
            writing.line("try self.writeContent(to: &xml)")
            writing.line("xml.end()")
        }
        writing.line("try xml.finish(into: &writer)")
        part.members += [
            function("init(from reader: inout HeddleRuntime.ByteReader) throws(HeddleRuntime.CodecError)", reading),
            function("func encode(into writer: inout HeddleRuntime.ByteWriter) throws(HeddleRuntime.CodecError)", writing),
        ]
        return .extension(part)
    }
}
