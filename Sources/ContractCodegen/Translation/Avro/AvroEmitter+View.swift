/// `Type.View`: a struct over the bytes. Making one walks them once, checks all but the UTF-8 of texts, and keeps numbers and where
/// texts are; what lies deeper is kept as bytes, and read when asked for.
extension AvroEmitter {
    func views(of type: AvroSwiftType) -> [SwiftDeclaration] {
        guard options.views, !type.fields.isEmpty || isRecord(type) else { return [] }
        var part = SwiftExtension(of: type.swiftName)
        part.members = [.type(view(type))]
        return [.conditional("hasFeature(Lifetimes)", [.extension(part)])]
    }

    private func isRecord(_ type: AvroSwiftType) -> Bool { if case .record = type.content { true } else { false } }

    private func view(_ type: AvroSwiftType) -> SwiftType {
        var view = SwiftType(.structure, "View", access: options.access)
        view.documentation = ["The fields of a value where they lie in its bytes: nothing is owned, and nothing allocated."]
        view.conformances = ["~Swift.Escapable"]
        for field in type.fields { view.members += members(of: field) }
        view.members.append(.function(viewInitializer(type)))
        var whole = SwiftFunction(
            "init(_ bytes: Swift.RawSpan) throws(\(Self.error))", access: options.access,
            body: SwiftCode("var reader = \(Self.reader)(bytes)", "try self.init(from: &reader)", "try reader.expectEnd()"))
        whole.documentation = ["Of a value of which these are all of the bytes: walks them, and checks all but the UTF-8 of texts."]
        whole.attributes = ["@_lifetime(copy bytes)"]
        view.members.append(.function(whole))
        view.members.append(.function(skipper(type)))
        for field in type.fields { view.members += viewTypes(field.shape, Self.hint(field)).map(SwiftDeclaration.type) }
        return view
    }

    private static func hint(_ field: AvroSwiftField) -> String {
        field.swiftName.prefix(1).uppercased() + field.swiftName.dropFirst()
    }

    // MARK: Fields

    private func members(of field: AvroSwiftField) -> [SwiftDeclaration] {
        let name = SwiftName.escaped(field.swiftName)
        let type = viewType(field.shape, Self.hint(field))
        if field.shape.isNull { return [] }
        guard field.shape.isLazyInViews else {
            var property = SwiftProperty("let \(name): \(type)", access: options.access)
            property.documentation = field.documentation
            return [.property(property)]
        }
        let bytes = Self.bytesName(field)
        var body = SwiftCode()
        let throwing = field.shape.isCheckedWhenViewed
        if !field.shape.isEscapableWhenViewed { body.line("@_lifetime(copy self)") }
        body.line(throwing ? "get throws(\(Self.error)) {" : "get {")
        var inner = SwiftCode()
        if throwing {
            inner.line("var reader = \(Self.reader)(self.\(bytes))")
            viewRead(field.shape, Self.hint(field), "return ", &inner)
        } else {
            walked(over: "self.\(bytes)", field.shape, Self.hint(field), &inner)
        }
        body.indent(inner)
        body.line("}")
        var property = SwiftProperty("var \(name): \(type)", access: options.access, body: body)
        property.documentation = field.documentation
        return [.property(SwiftProperty("private let \(bytes): Swift.RawSpan", access: nil)), .property(property)]
    }

    static func bytesName(_ field: AvroSwiftField) -> String { "_\(field.swiftName)Bytes" }

    /// Reads again what the walk went over.
    private func walked(over bytes: String, _ shape: AvroShape, _ hint: String, _ code: inout SwiftCode) {
        if case .array = shape { return code.line("return \(viewType(shape, hint))(\(bytes))") }
        if case .map = shape { return code.line("return \(viewType(shape, hint))(\(bytes))") }
        code.line("var reader = \(Self.reader)(\(bytes))")
        code.block(
            "do throws(\(Self.error))", { viewRead(shape, hint, "return ", &$0) }, "catch",
            { $0.line("HeddleRuntime.failedAfterWalk(error)") })
    }

    private func viewInitializer(_ type: AvroSwiftType) -> SwiftFunction {
        var code = SwiftCode()
        if type.isRecursive { code.line("try reader.enter()") }
        let fields = type.fields.filter { !$0.shape.isNull }
        if !fields.isEmpty {
            if fields.count > 1 { code.line("var step = 0") }
            if fields.contains(where: \.shape.isLazyInViews) { code.line("var start = 0") }
            code.block(
                "do throws(\(Self.error))",
                { code in
                    for (step, field) in fields.enumerated() {
                        if step > 0 { code.line("step = \(step)") }
                        if field.shape.isLazyInViews {
                            code.line("start = reader.offset")
                            skip(field.shape, Self.hint(field), &code)
                            code.line("self.\(Self.bytesName(field)) = reader.bytes(since: start)")
                        } else {
                            viewRead(field.shape, Self.hint(field), "self.\(SwiftName.escaped(field.swiftName)) = ", &code)
                        }
                    }
                }, "catch", { $0.line(rethrow(fields)) })
        }
        if type.isRecursive { code.line("reader.leave()") }
        var initializer = SwiftFunction(
            "init(from reader: inout \(Self.reader)) throws(\(Self.error))", access: options.access, body: code)
        initializer.attributes = ["@_lifetime(copy reader)"]
        return initializer
    }

    private func skipper(_ type: AvroSwiftType) -> SwiftFunction {
        var code = SwiftCode()
        if type.isRecursive { code.line("try reader.enter()") }
        let fields = type.fields.filter { !$0.shape.isNull }
        if !fields.isEmpty {
            if fields.count > 1 { code.line("var step = 0") }
            code.block(
                "do throws(\(Self.error))",
                { code in
                    for (step, field) in fields.enumerated() {
                        if step > 0 { code.line("step = \(step)") }
                        skip(field.shape, Self.hint(field), &code)
                    }
                }, "catch", { $0.line(rethrow(fields)) })
        }
        if type.isRecursive { code.line("reader.leave()") }
        return skipFunction(code)
    }

    func skipFunction(_ body: SwiftCode) -> SwiftFunction {
        var function = SwiftFunction(
            "static func skip(_ reader: inout \(Self.reader)) throws(\(Self.error))", access: options.access, body: body)
        function.documentation = ["Passes over a value, and checks it."]
        return function
    }
}
