/// Writes descriptors as .proto text. The numbers are those of descriptor.proto's fields.
struct ProtobufDescriptorPrinter {
    enum Language { case proto2, proto3, edition }

    let options: ProtobufDescriptorOptions
    let limits: ProtobufLimits
    private(set) var text = ""
    private(set) var language = Language.proto2
    private var indent = ""

    init(options: ProtobufDescriptorOptions, limits: ProtobufLimits) {
        self.options = options
        self.limits = limits
    }

    mutating func line(_ content: String) { text += indent + content + "\n" }

    mutating func block(
        _ head: String, _ body: (inout ProtobufDescriptorPrinter) throws(ProtobufDescriptorProblem) -> Void
    ) throws(ProtobufDescriptorProblem) {
        line(head + " {")
        indent += "  "
        try body(&self)
        indent.removeLast(2)
        line("}")
    }

    mutating func print(_ file: ProtobufDescriptorFields, imports: [String]) throws(ProtobufDescriptorProblem) {
        try printHead(of: file)
        let publicImports = Set(file.integers(10))
        let weakImports = Set(file.integers(11))
        for (index, path) in imports.enumerated() {
            let modifier = publicImports.contains(Int64(index)) ? "public " : weakImports.contains(Int64(index)) ? "weak " : ""
            line("import \(modifier)\"\(ProtobufStringText.escaped(Array(path.utf8)))\";")
        }
        for path in file.strings(15) { line("import option \"\(ProtobufStringText.escaped(Array(path.utf8)))\";") }
        for option in try options.texts(file.bytes(8), of: "FileOptions") { line("option \(option);") }
        for message in try file.messages(4) { try print(message: message, depth: 0) }
        for enumeration in try file.messages(5) { try print(enumeration: enumeration) }
        try printExtensions(try file.messages(7), nested: try file.messages(4), depth: 0)
        for service in try file.messages(6) { try print(service: service) }
    }

    private mutating func printHead(of file: ProtobufDescriptorFields) throws(ProtobufDescriptorProblem) {
        switch file.string(12) ?? "" {
        case "", "proto2": line("syntax = \"proto2\";")
        case "proto3":
            language = .proto3
            line("syntax = \"proto3\";")
        case "editions":
            language = .edition
            let known = file.integer(14).flatMap(Int32.init(exactly:)).flatMap(ProtobufEdition.init(rawValue:))
            guard let edition = known, edition.isEdition else {
                throw ProtobufDescriptorProblem("the descriptor is of an edition that is not known")
            }
            line("edition = \"\(edition.text)\";")
        default: throw ProtobufDescriptorProblem("the descriptor is of a syntax that is not known")
        }
        if let package = file.string(2), !package.isEmpty { line("package \(try typeName(package));") }
    }

    // MARK: Messages

    private mutating func print(message: ProtobufDescriptorFields, depth: Int) throws(ProtobufDescriptorProblem) {
        let head = visibility(message, 11) + "message " + (try name(message))
        try block(head) { printer throws(ProtobufDescriptorProblem) in try printer.printBody(of: message, depth: depth + 1) }
    }

    mutating func printBody(of message: ProtobufDescriptorFields, depth: Int) throws(ProtobufDescriptorProblem) {
        guard depth <= limits.maximumNesting else { throw ProtobufDescriptorProblem("messages are nested too deep") }
        for option in try options.texts(message.bytes(7), of: "MessageOptions", hidden: [7]) { line("option \(option);") }
        let nested = try message.messages(3)
        let fields = try message.messages(2)
        let extensions = try message.messages(6)
        let groups = Set((fields + extensions).filter { $0.integer(5) == 10 }.compactMap { lastPart($0.string(6)) })
        for inner in nested {
            let isMapEntry = try inner.message(7)?.bool(7) ?? false
            if !isMapEntry, !groups.contains(inner.string(1) ?? "") { try print(message: inner, depth: depth) }
        }
        for enumeration in try message.messages(4) { try print(enumeration: enumeration) }
        try printFields(fields, oneofs: try message.messages(8), nested: nested, depth: depth)
        try printExtensions(extensions, nested: nested, depth: depth)
        for range in try message.messages(5) {
            let settings = try options.texts(range.bytes(3), of: "ExtensionRangeOptions")
            line("extensions \(rangeText(range, isEndIncluded: false, maximum: 536_870_911))\(bracketed(settings));")
        }
        for range in try message.messages(9) {
            line("reserved \(rangeText(range, isEndIncluded: false, maximum: 536_870_911));")
        }
        for name in message.strings(10) { line("reserved \(try reserved(name));") }
    }

    private mutating func printFields(
        _ fields: [ProtobufDescriptorFields], oneofs: [ProtobufDescriptorFields], nested: [ProtobufDescriptorFields], depth: Int
    ) throws(ProtobufDescriptorProblem) {
        var printed: Set<Int64> = []
        for field in fields {
            guard let index = field.integer(9), !field.bool(17) else {
                try print(field: field, nested: nested, isInOneof: false, depth: depth)
                continue
            }
            guard printed.insert(index).inserted else { continue }
            guard oneofs.indices.contains(Int(truncatingIfNeeded: index)) else {
                throw ProtobufDescriptorProblem("a field is in a oneof that the message does not have")
            }
            let oneof = oneofs[Int(truncatingIfNeeded: index)]
            try block("oneof " + (try name(oneof))) { printer throws(ProtobufDescriptorProblem) in
                for option in try printer.options.texts(oneof.bytes(2), of: "OneofOptions") { printer.line("option \(option);") }
                for member in fields where member.integer(9) == index && !member.bool(17) {
                    try printer.print(field: member, nested: nested, isInOneof: true, depth: depth)
                }
            }
        }
    }

    private mutating func printExtensions(
        _ extensions: [ProtobufDescriptorFields], nested: [ProtobufDescriptorFields], depth: Int
    ) throws(ProtobufDescriptorProblem) {
        for field in extensions {
            try block("extend " + (try typeName(field.string(2) ?? ""))) { printer throws(ProtobufDescriptorProblem) in
                try printer.print(field: field, nested: nested, isInOneof: false, depth: depth)
            }
        }
    }

    // MARK: Enums and services

    private mutating func print(enumeration: ProtobufDescriptorFields) throws(ProtobufDescriptorProblem) {
        let head = visibility(enumeration, 6) + "enum " + (try name(enumeration))
        try block(head) { printer throws(ProtobufDescriptorProblem) in
            for option in try printer.options.texts(enumeration.bytes(3), of: "EnumOptions") { printer.line("option \(option);") }
            for value in try enumeration.messages(2) {
                let settings = try printer.options.texts(value.bytes(3), of: "EnumValueOptions")
                let (name, number) = (try printer.name(value), printer.int32(value.integer(2)))
                printer.line("\(name) = \(number)\(printer.bracketed(settings));")
            }
            for range in try enumeration.messages(4) {
                let numbers = printer.rangeText(range, isEndIncluded: true, maximum: Int64(Int32.max))
                printer.line("reserved \(numbers);")
            }
            for name in enumeration.strings(5) {
                let reserved = try printer.reserved(name)
                printer.line("reserved \(reserved);")
            }
        }
    }

    private mutating func print(service: ProtobufDescriptorFields) throws(ProtobufDescriptorProblem) {
        try block("service " + (try name(service))) { printer throws(ProtobufDescriptorProblem) in
            for option in try printer.options.texts(service.bytes(3), of: "ServiceOptions") { printer.line("option \(option);") }
            for method in try service.messages(2) {
                let input = (method.bool(5) ? "stream " : "") + (try printer.typeName(method.string(2) ?? ""))
                let output = (method.bool(6) ? "stream " : "") + (try printer.typeName(method.string(3) ?? ""))
                let head = "rpc \(try printer.name(method))(\(input)) returns (\(output))"
                let settings = try printer.options.texts(method.bytes(4), of: "MethodOptions")
                if settings.isEmpty {
                    printer.line(head + ";")
                } else {
                    try printer.block(head) { printer throws(ProtobufDescriptorProblem) in
                        for option in settings { printer.line("option \(option);") }
                    }
                }
            }
        }
    }
}
