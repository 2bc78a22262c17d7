extension AvroEmitter {
    /// The types that views of arrays, maps and unions need, outermost first.
    func viewTypes(_ shape: AvroShape, _ hint: String) -> [SwiftType] {
        switch shape {
        case .array(let item, let minimum):
            [sequence(hint, of: item, minimum, isMap: false)] + viewTypes(item, hint + "Element")
        case .map(let value, _):
            [sequence(hint, of: value, 1, isMap: true), entry(hint, value)] + viewTypes(value, hint + "Value")
        case .optional(let inner, _), .only(let inner): viewTypes(inner, hint)
        case .union(let union):
            [unionView(hint, union)] + union.branches.flatMap { viewTypes($0.shape, hint + Self.step($0)) }
        default: []
        }
    }

    private static func step(_ branch: AvroUnionShape.Branch) -> String {
        branch.caseName.prefix(1).uppercased() + branch.caseName.dropFirst()
    }

    private func sequence(_ hint: String, of inner: AvroShape, _ minimum: Int, isMap: Bool) -> SwiftType {
        var type = SwiftType(.structure, "\(hint)Sequence", access: options.access)
        type.documentation = [isMap ? "The entries, in the order of the wire." : "The elements, one after the other."]
        type.conformances = ["~Swift.Escapable"]
        let element = isMap ? "\(hint)Entry" : viewType(inner, hint + "Element")
        let isEscapable = !isMap && inner.isEscapableWhenViewed
        type.members = [
            .property(SwiftProperty("private var reader: \(Self.reader)", access: nil)),
            .property(SwiftProperty("private var left = 0", access: nil)),
        ]
        var initializer = SwiftFunction(
            "init(_ bytes: Swift.RawSpan)", access: nil, body: SwiftCode("self.reader = \(Self.reader)(bytes)"))
        initializer.attributes = ["@_lifetime(copy bytes)"]
        type.members.append(.function(initializer))
        var code = SwiftCode()
        code.block("if self.left == 0") { code in
            code.line("if self.reader.isAtEnd { return nil }")
            code.line("do throws(\(Self.error)) { self.left = try self.reader.readAvroBlock(minimum: \(minimum)) }")
            code.line("catch { HeddleRuntime.failedAfterWalk(error) }")
            code.line("if self.left == 0 { return nil }")
        }
        code.line("self.left -= 1")
        code.block(
            "do throws(\(Self.error))",
            { code in
                if isMap {
                    code.line("return try \(element)(from: &self.reader)")
                } else {
                    code.line("return try Self.element(from: &self.reader)")
                }
            }, "catch", { $0.line("HeddleRuntime.failedAfterWalk(error)") })
        // Reading a null or a sequence throws nothing once it was walked.
        if inner.isNull, !isMap {
            code = SwiftCode()
            code.block("if self.left == 0") { code in
                code.line("if self.reader.isAtEnd { return nil }")
                code.line("do throws(\(Self.error)) { self.left = try self.reader.readAvroBlock(minimum: \(minimum)) }")
                code.line("catch { HeddleRuntime.failedAfterWalk(error) }")
                code.line("if self.left == 0 { return nil }")
            }
            code.line("self.left -= 1")
            code.line("return HeddleRuntime.NullValue()")
        }
        let failing = !isMap && inner.isCheckedWhenViewed
        if failing {
            code = SwiftCode()
            code.block("if self.left == 0") { code in
                code.line("if self.reader.isAtEnd { return nil }")
                code.line("self.left = try self.reader.readAvroBlock(minimum: \(minimum))")
                code.line("if self.left == 0 { return nil }")
            }
            code.line("self.left -= 1")
            code.line("return try Self.element(from: &self.reader)")
        }
        var next = SwiftFunction(
            "mutating func next()\(failing ? " throws(\(Self.error))" : "") -> \(element)?", access: options.access, body: code)
        next.attributes = (isEscapable ? [] : ["@_lifetime(copy self)"]) + ["@_lifetime(self: copy self)"]
        type.members.append(.function(next))
        if !isMap, !inner.isNull {
            var body = SwiftCode()
            viewRead(inner, hint + "Element", "return ", &body)
            var read = SwiftFunction(
                "private static func element(from reader: inout \(Self.reader)) throws(\(Self.error)) -> \(element)", access: nil, body: body)
            if !isEscapable { read.attributes = ["@_lifetime(copy reader)"] }
            type.members.append(.function(read))
        }
        type.members.append(.function(forEach(element, failing)))
        return type
    }

    private func forEach(_ element: String, _ failing: Bool) -> SwiftFunction {
        let body = failing
            ? SwiftCode("var rest = self", "while let element = try rest.next() { try body(element) }")
            : SwiftCode("var rest = self", "while let element = rest.next() { try body(element) }")
        let signature = failing
            ? "func forEach(_ body: (\(element)) throws(\(Self.error)) -> Swift.Void) throws(\(Self.error))"
            : "func forEach<Failure: Swift.Error>(_ body: (\(element)) throws(Failure) -> Swift.Void) throws(Failure)"
        return SwiftFunction(signature, access: options.access, body: body)
    }

    private func entry(_ hint: String, _ value: AvroShape) -> SwiftType {
        var type = SwiftType(.structure, "\(hint)Entry", access: options.access)
        type.conformances = ["~Swift.Escapable"]
        type.members = [
            .property(SwiftProperty("let key: HeddleRuntime.TextView", access: options.access)),
            .property(SwiftProperty("let value: \(viewType(value, hint + "Value"))", access: options.access)),
        ]
        var body = SwiftCode("self.key = try reader.readAvroText()")
        viewRead(value, hint + "Value", "self.value = ", &body)
        var initializer = SwiftFunction("init(from reader: inout \(Self.reader)) throws(\(Self.error))", access: nil, body: body)
        initializer.attributes = ["@_lifetime(copy reader)"]
        type.members.append(.function(initializer))
        return type
    }

    private func unionView(_ hint: String, _ union: AvroUnionShape) -> SwiftType {
        var type = SwiftType(.enumeration, "\(hint)View", access: options.access)
        type.conformances = ["~Swift.Escapable"]
        type.cases = union.branches.map { branch in
            let name = SwiftName.escaped(branch.caseName)
            return .init(branch.shape.isNull ? name : "\(name)(\(viewType(branch.shape, hint + Self.step(branch))))")
        }
        var body = SwiftCode()
        body.block("switch try reader.readAvroIndex(below: \(union.branches.count))") { code in
            for (index, branch) in union.branches.enumerated() {
                code.when(index == union.branches.count - 1 ? "default" : "case \(index)") { code in
                    let name = SwiftName.escaped(branch.caseName)
                    guard !branch.shape.isNull else { return code.line("self = .\(name)") }
                    let hint = hint + Self.step(branch)
                    code.line("let value: \(viewType(branch.shape, hint))")
                    viewRead(branch.shape, hint, "value = ", &code)
                    code.line("self = .\(name)(value)")
                }
            }
        }
        var initializer = SwiftFunction("init(from reader: inout \(Self.reader)) throws(\(Self.error))", access: nil, body: body)
        initializer.attributes = ["@_lifetime(copy reader)"]
        var skipping = SwiftCode()
        skipping.block("switch try reader.readAvroIndex(below: \(union.branches.count))") { code in
            for (index, branch) in union.branches.enumerated() {
                code.when(index == union.branches.count - 1 ? "default" : "case \(index)") { code in
                    if branch.shape.isNull { code.line("break") }
                    skip(branch.shape, hint + Self.step(branch), &code)
                }
            }
        }
        type.members = [.function(initializer), .function(skipFunction(skipping))]
        return type
    }
}
