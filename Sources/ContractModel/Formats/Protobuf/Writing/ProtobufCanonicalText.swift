extension ProtobufSchema {
    /// A file as a .proto text that depends on what the file means and not on how it is written: no comments, names in
    /// full, options by number, definitions by name, fields by number. Two files with the same canonical text are the same
    /// contract; the text reads back as that contract.
    ///
    /// Values of enums stay in the order in which they are written: the first one is the default.
    package func canonicalText(of file: ProtobufFile) -> String {
        var printer = ProtobufPrinter(schema: self)
        printer.print(file)
        return printer.text
    }
}

struct ProtobufPrinter {
    let schema: ProtobufSchema
    private(set) var text = ""
    private var indent = ""

    init(schema: ProtobufSchema) { self.schema = schema }

    mutating func line(_ content: String) { text += indent + content + "\n" }

    mutating func block(_ head: String, _ body: (inout ProtobufPrinter) -> Void) {
        line(head + " {")
        indent += "  "
        body(&self)
        indent.removeLast(2)
        line("}")
    }

    // MARK: Files

    mutating func print(_ file: ProtobufFile) {
        line(file.edition.isEdition ? "edition = \"\(file.edition.text)\";" : "syntax = \"\(file.edition.text)\";")
        if !file.package.isEmpty { line("package \(file.package);") }
        // Imports that are options alone stand last.
        let imports = file.imports.sorted {
            ($0.modifier == .option ? 1 : 0, $0.path) < ($1.modifier == .option ? 1 : 0, $1.path)
        }
        for statement in imports {
            let modifier: String
            switch statement.modifier {
            case .none: modifier = ""
            case .public: modifier = "public "
            case .weak: modifier = "weak "
            case .option: modifier = "option "
            }
            line("import \(modifier)\"\(ProtobufStringText.escaped(Array(statement.path.utf8)))\";")
        }
        printOptions(file.options)
        print(messages: file.messages, enums: file.enums, extensions: file.extensions)
        for service in file.services.map({ schema[$0] }).sorted(by: { $0.name < $1.name }) { print(service) }
    }

    private mutating func print(
        messages: [ProtobufID<ProtobufMessage>], enums: [ProtobufID<ProtobufEnum>], extensions: Range<Int>
    ) {
        for enumeration in enums.map({ schema[$0] }).sorted(by: { $0.name < $1.name }) { print(enumeration) }
        for message in messages.map({ schema[$0] }).sorted(by: { $0.name < $1.name }) where message.kind == .written {
            print(message)
        }
        printExtensions(extensions)
    }

    private mutating func printExtensions(_ extensions: Range<Int>) {
        let fields = schema.fields[extensions].filter { $0.message.index >= 0 }.sorted {
            (schema[$0.message].fullName, $0.number, $0.name) < (schema[$1.message].fullName, $1.number, $1.name)
        }
        var index = 0
        while index < fields.count {
            let extended = fields[index].message
            let end = fields[index...].firstIndex { $0.message != extended } ?? fields.count
            block("extend .\(schema[extended].fullName)") { printer in
                for field in fields[index..<end] { printer.print(field) }
            }
            index = end
        }
    }

    // MARK: Messages

    private mutating func print(_ message: ProtobufMessage) {
        let visibility = message.visibility == .exported ? "export " : message.visibility == .local ? "local " : ""
        block("\(visibility)message \(message.name)") { $0.printBody(of: message) }
    }

    private mutating func printBody(of message: ProtobufMessage) {
        printOptions(message.options)
        print(messages: message.messages, enums: message.enums, extensions: message.extensions)
        let fields = schema.fields(of: message).sorted { ($0.number, $0.name) < ($1.number, $1.name) }
        let byOneof = Dictionary(grouping: fields.filter { $0.oneof != nil }, by: \.oneof)
        var printedOneofs: Set<ProtobufID<ProtobufOneof>> = []
        for field in fields {
            guard let id = field.oneof, !schema[id].isSynthetic else {
                print(field)
                continue
            }
            guard printedOneofs.insert(id).inserted else { continue }
            let members = byOneof[id] ?? []
            block("oneof \(schema[id].name)") { printer in
                printer.printOptions(printer.schema[id].options)
                for member in members { printer.print(member) }
            }
        }
        for range in message.extensionRanges.sorted(by: { $0.numbers.lowerBound < $1.numbers.lowerBound }) {
            line("extensions \(text(of: range.numbers))\(bracketed(optionTexts(range.options)));")
        }
        printReserved(message.reservedRanges, message.reservedNames, in: message.file)
    }

    private mutating func printReserved(
        _ ranges: [ProtobufMessage.ReservedRange], _ names: [ProtobufMessage.ReservedName], in file: ProtobufID<ProtobufFile>
    ) {
        var merged: [ClosedRange<Int32>] = []
        for range in ranges.map(\.numbers).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, Int64(range.lowerBound) <= Int64(last.upperBound) + 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        for range in merged { line("reserved \(text(of: range));") }
        let isEdition = schema[file].edition.isEdition
        for name in Set(names.map(\.name)).sorted() { line(isEdition ? "reserved \(name);" : "reserved \"\(name)\";") }
    }

    private func text(of range: ClosedRange<Int32>) -> String {
        range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }

    // MARK: Fields

    private mutating func print(_ field: ProtobufField) {
        var head = ""
        if let label = field.label { head += label.rawValue + " " }
        var group: ProtobufMessage?
        if let (key, value) = schema.mapEntry(of: field) {
            head += "map<\(typeText(of: key)), \(typeText(of: value))> \(field.name)"
        } else if field.isGroup, case .message(let id) = field.type {
            group = schema[id]
            head += "group \(schema[id].name)"
        } else {
            head += "\(typeText(of: field)) \(field.name)"
        }
        var options = optionTexts(field.options)
        if field.hasCustomJSONName { options.insert("json_name = \"\(ProtobufStringText.escaped(Array(field.jsonName.utf8)))\"", at: 0) }
        if let value = field.defaultValue { options.insert("default = \(valueText(value, of: field))", at: 0) }
        head += " = \(field.number)\(bracketed(options))"
        if let group { block(head) { $0.printBody(of: group) } } else { line(head + ";") }
    }

    private func typeText(of field: ProtobufField) -> String {
        switch field.type {
        case .scalar(let scalar): scalar.name
        case .message(let id): "." + schema[id].fullName
        case .enumeration(let id): "." + schema[id].fullName
        case .unresolved: "." + schema[field.file].source.text(field.typeSpan).filter { !$0.isWhitespace }
        }
    }

    // MARK: Enums and services

    private mutating func print(_ enumeration: ProtobufEnum) {
        let visibility = enumeration.visibility == .exported ? "export " : enumeration.visibility == .local ? "local " : ""
        block("\(visibility)enum \(enumeration.name)") { printer in
            printer.printOptions(enumeration.options)
            for value in printer.schema.values(of: enumeration) {
                printer.line("\(value.name) = \(value.number)\(printer.bracketed(printer.optionTexts(value.options)));")
            }
            printer.printReserved(enumeration.reservedRanges, enumeration.reservedNames, in: enumeration.file)
        }
    }

    private mutating func print(_ service: ProtobufService) {
        block("service \(service.name)") { printer in
            printer.printOptions(service.options)
            for method in printer.schema.methods(of: service).sorted(by: { $0.name < $1.name }) {
                let input = method.input.map { "." + printer.schema[$0].fullName } ?? ""
                let output = method.output.map { "." + printer.schema[$0].fullName } ?? ""
                let head = "rpc \(method.name)(\(method.isClientStreaming ? "stream " : "")\(input)) returns "
                    + "(\(method.isServerStreaming ? "stream " : "")\(output))"
                if method.options.value == nil {
                    printer.line(head + ";")
                } else {
                    printer.block(head) { $0.printOptions(method.options) }
                }
            }
        }
    }

    private mutating func printOptions(_ options: ProtobufOptions) {
        for text in optionTexts(options) { line("option \(text);") }
    }

    func bracketed(_ options: [String]) -> String { options.isEmpty ? "" : " [" + options.joined(separator: ", ") + "]" }
}
