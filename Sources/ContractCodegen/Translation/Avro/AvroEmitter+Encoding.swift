extension AvroEmitter {
    func encoding(of type: AvroSwiftType) -> SwiftExtension {
        var part = SwiftExtension(of: type.swiftName)
        var code = SwiftCode()
        switch type.content {
        case .record(let fields): encode(fields, &code)
        case .wrapper(let field): encode(field.shape, "self.\(field.storageName)", &code)
        case .fixed(let size): code.line("try writer.writeAvroFixed(self.bytes, size: \(size))")
        case .enumeration(let symbols, _):
            code.line("writer.writeAvroIndex(self.avroIndex)")
            var index = SwiftCode()
            index.block("switch self") { code in
                for (number, symbol) in symbols.enumerated() {
                    code.line("case .\(SwiftName.escaped(symbol.caseName)): \(number)")
                }
            }
            var property = SwiftProperty("var avroIndex: Swift.Int", access: options.access, body: index)
            property.documentation = ["What stands for it on the wire."]
            part.members.append(.property(property))
        }
        part.members.append(encoder(code))
        return part
    }

    func encoding(of union: AvroUnionShape) -> SwiftExtension {
        var part = SwiftExtension(of: union.swiftName)
        var code = SwiftCode()
        code.block("switch self") { code in
            for (index, branch) in union.branches.enumerated() {
                let name = SwiftName.escaped(branch.caseName)
                code.when(branch.shape.isNull ? "case .\(name)" : "case .\(name)(let value)") { code in
                    code.line("writer.writeAvroIndex(\(index))")
                    encode(branch.shape, "value", &code)
                }
            }
        }
        part.members.append(encoder(code))
        return part
    }

    private func encoder(_ body: SwiftCode) -> SwiftDeclaration {
        .function(
            SwiftFunction("func encode(into writer: inout \(Self.writer)) throws(\(Self.error))", access: options.access, body: body))
    }

    /// Which field it was is told only where a value may be refused: `step` costs nothing.
    private func encode(_ fields: [AvroSwiftField], _ code: inout SwiftCode) {
        let failing = fields.filter { $0.shape.encodingCanFail(model.failingRecords) }
        guard !failing.isEmpty else {
            for field in fields { encode(field.shape, value(of: field), &code) }
            return
        }
        if failing.count > 1 { code.line("var step = 0") }
        var step = 0
        code.block(
            "do throws(\(Self.error))",
            { code in
                for field in fields {
                    if field.shape.encodingCanFail(model.failingRecords) {
                        if step > 0 { code.line("step = \(step)") }
                        step += 1
                    }
                    encode(field.shape, value(of: field), &code)
                }
            }, "catch", { $0.line(rethrow(failing)) })
    }

    /// The error, told from one level further out.
    func rethrow(_ fields: [AvroSwiftField]) -> String {
        let names = fields.map { swiftLiteral($0.wireName) }
        let name = names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))][step]"
        return "throw error.within(.field(\(name)))"
    }

    private func value(of field: AvroSwiftField) -> String { "self.\(SwiftName.escaped(field.swiftName))" }

    /// Statements that append the value. Names of locals end in how deep they lie.
    private func encode(_ shape: AvroShape, _ value: String, _ code: inout SwiftCode, _ depth: Int = 1) {
        switch shape {
        case .null: break
        case .boolean: code.line("writer.writeAvroBoolean(\(value))")
        case .int: code.line("writer.writeAvroInt(\(value))")
        case .long: code.line("writer.writeAvroLong(\(value))")
        case .float: code.line("writer.writeAvroFloat(\(value))")
        case .double: code.line("writer.writeAvroDouble(\(value))")
        case .bytes: code.line("writer.writeAvroBytes(\(value))")
        case .string: code.line("writer.writeAvroString(\(value))")
        case .value(let logical): code.line(logical.write.replacing("$", with: value))
        case .record, .enumeration, .fixed, .union: code.line("try \(value).encode(into: &writer)")
        case .only(let inner):
            code.line("writer.writeAvroIndex(0)")
            encode(inner, value, &code, depth)
        case .optional(let inner, let null):
            code.block(
                "if let value\(depth) = \(value)",
                { code in
                    code.line("writer.writeAvroIndex(\(1 - null))")
                    encode(inner, "value\(depth)", &code, depth + 1)
                }, "else", { $0.line("writer.writeAvroIndex(\(null))") })
        case .array(let item, _):
            code.line("writer.beginAvroBlock(\(value).count)")
            if !item.isNull { encodeElements(of: value, depth, item, &code) { code in encode(item, "elements\(depth)[index\(depth)]", &code, depth + 1) } }
            code.line("writer.endAvroBlocks()")
        case .map(let inner, _):
            code.line("writer.beginAvroBlock(\(value).count)")
            if options.maps == .pairs {
                encodeElements(of: value, depth, inner, &code) { code in
                    code.line("writer.writeAvroString(elements\(depth)[index\(depth)].key)")
                    encode(inner, "elements\(depth)[index\(depth)].value", &code, depth + 1)
                }
            } else {
                code.block("for (key\(depth), \(inner.isNull ? "_" : "value\(depth)")) in \(value)") { code in
                    code.line("writer.writeAvroString(key\(depth))")
                    encode(inner, "value\(depth)", &code, depth + 1)
                }
            }
            code.line("writer.endAvroBlocks()")
        }
    }

    /// By way of a span, which neither retains nor releases.
    private func encodeElements(
        of value: String, _ depth: Int, _ item: AvroShape, _ code: inout SwiftCode, _ body: (inout SwiftCode) -> Void
    ) {
        code.block("do") { code in
            code.line("let elements\(depth) = \(value).span")
            code.block("for index\(depth) in elements\(depth).indices") { code in
                guard item.encodingCanFail(model.failingRecords) else { return body(&code) }
                code.block(
                    "do throws(\(Self.error))", { body(&$0) }, "catch", { $0.line("throw error.within(.index(index\(depth)))") })
            }
        }
    }
}
