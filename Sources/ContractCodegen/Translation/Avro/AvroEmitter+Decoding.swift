extension AvroEmitter {
    func decoding(of type: AvroSwiftType) -> SwiftExtension {
        var part = SwiftExtension(of: type.swiftName)
        var code = SwiftCode()
        if type.isRecursive { code.line("try reader.enter()") }
        switch type.content {
        case .record(let fields): decode(fields, &code)
        case .wrapper(let field): code.line("self.\(field.storageName) = \(attempt(field))")
        case .fixed(let size): code.line("self.bytes = try reader.readAvroFixed(size: \(size))")
        case .enumeration(let symbols, _):
            code.block("switch try reader.readAvroIndex(below: \(symbols.count))") { code in
                for (index, symbol) in symbols.enumerated() {
                    code.line("\(index == symbols.count - 1 ? "default" : "case \(index)"): self = .\(SwiftName.escaped(symbol.caseName))")
                }
            }
        }
        if type.isRecursive { code.line("reader.leave()") }
        part.members.append(decoder(code))
        return part
    }

    func decoding(of union: AvroUnionShape) -> SwiftExtension {
        var part = SwiftExtension(of: union.swiftName)
        var code = SwiftCode()
        code.block("switch try reader.readAvroIndex(below: \(union.branches.count))") { code in
            for (index, branch) in union.branches.enumerated() {
                let name = SwiftName.escaped(branch.caseName)
                let pattern = index == union.branches.count - 1 ? "default" : "case \(index)"
                code.line("\(pattern): self = .\(name)" + (branch.shape.isNull ? "" : "(\(attempt(branch.shape)))"))
            }
        }
        part.members.append(decoder(code))
        return part
    }

    private func decoder(_ body: SwiftCode) -> SwiftDeclaration {
        .function(SwiftFunction("init(from reader: inout \(Self.reader)) throws(\(Self.error))", access: options.access, body: body))
    }

    private func decode(_ fields: [AvroSwiftField], _ code: inout SwiftCode) {
        let failing = fields.filter { !$0.shape.isNull }
        guard !failing.isEmpty else {
            for field in fields { code.line("self.\(field.storageName) = \(attempt(field))") }
            return
        }
        if failing.count > 1 { code.line("var step = 0") }
        var step = 0
        code.block(
            "do throws(\(Self.error))",
            { code in
                for field in fields {
                    if !field.shape.isNull {
                        if step > 0 { code.line("step = \(step)") }
                        step += 1
                    }
                    code.line("self.\(field.storageName) = \(attempt(field))")
                }
            }, "catch", { $0.line(rethrow(failing)) })
    }

    private func attempt(_ field: AvroSwiftField) -> String {
        guard field.isBoxed else { return attempt(field.shape) }
        return "try " + boxed(expression(field.shape), field)
    }

    /// With its `try`, where something may fail.
    func attempt(_ shape: AvroShape) -> String { shape.isNull ? expression(shape) : "try \(expression(shape))" }

    /// Reads the value from `reader`; needs a `try` before it, unless it is a null.
    func expression(_ shape: AvroShape) -> String {
        switch shape {
        case .null: "HeddleRuntime.NullValue()"
        case .boolean: "reader.readAvroBoolean()"
        case .int: "reader.readAvroInt()"
        case .long: "reader.readAvroLong()"
        case .float: "reader.readAvroFloat()"
        case .double: "reader.readAvroDouble()"
        case .bytes: "reader.readAvroBytes()"
        case .string: "reader.readAvroString()"
        case .value(let value): value.read
        case .record(let reference), .enumeration(let reference), .fixed(let reference): "\(reference.swiftName)(from: &reader)"
        case .union(let union): "\(union.swiftName)(from: &reader)"
        case .array(let item, let minimum): "reader.readAvroArray(minimum: \(minimum)) \(closure(item))"
        case .map(let value, let minimum):
            "reader.readAvro\(options.maps == .pairs ? "Pairs" : "Map")(minimum: \(minimum)) \(closure(value))"
        case .optional(let inner, let null): "reader.readAvroOptional(null: \(null)) \(closure(inner))"
        case .only(let inner): "reader.readAvroOnly \(closure(inner))"
        }
    }

    private func closure(_ shape: AvroShape) -> String {
        let reader = shape.isNull ? "_" : "reader"
        return "{ (\(reader): inout \(Self.reader)) throws(\(Self.error)) -> \(swiftType(shape)) in \(attempt(shape)) }"
    }
}
