extension AvroShape {
    /// Kept as bytes, and read when asked for.
    var isLazyInViews: Bool {
        switch self {
        case .value(let value): value.stored != .asRead
        case .record, .array, .map, .union: true
        case .optional(let inner, _), .only(let inner): inner.isLazyInViews
        default: false
        }
    }

    /// The walk leaves something to be checked when the value is asked for.
    var isCheckedWhenViewed: Bool {
        switch self {
        case .value(let value): value.stored == .text
        case .optional(let inner, _), .only(let inner): inner.isCheckedWhenViewed
        default: false
        }
    }

    /// What the view gives may outlive the bytes.
    var isEscapableWhenViewed: Bool {
        switch self {
        case .string, .bytes, .fixed, .record, .array, .map, .union: false
        case .optional(let inner, _), .only(let inner): inner.isEscapableWhenViewed
        default: true
        }
    }
}

extension AvroEmitter {
    /// - Parameter hint: the path of fields that names views of arrays, maps and unions.
    func viewType(_ shape: AvroShape, _ hint: String) -> String {
        switch shape {
        case .string: "HeddleRuntime.TextView"
        case .bytes, .fixed: "Swift.RawSpan"
        case .record(let reference): "\(reference.swiftName).View"
        case .array, .map: "\(hint)Sequence"
        case .optional(let inner, _): viewType(inner, hint) + "?"
        case .only(let inner): viewType(inner, hint)
        case .union: "\(hint)View"
        default: swiftType(shape)
        }
    }

    /// Statements that read the view from `reader` and begin with `target`, an assignment or `return`, where they have it.
    func viewRead(_ shape: AvroShape, _ hint: String, _ target: String, _ code: inout SwiftCode) {
        switch shape {
        case .string: code.line("\(target)try reader.readAvroText()")
        case .bytes: code.line("\(target)try reader.readAvroSpan()")
        case .fixed(let reference): code.line("\(target)try reader.readBytes(\(reference.size))")
        case .record, .union: code.line("\(target)try \(viewType(shape, hint))(from: &reader)")
        case .optional(let inner, let null):
            code.block(
                "if try reader.readAvroIndex(below: 2) == \(null)", { $0.line("\(target)nil") }, "else",
                { viewRead(inner, hint, target, &$0) })
        case .only(let inner):
            code.line("_ = try reader.readAvroIndex(below: 1)")
            viewRead(inner, hint, target, &code)
        case .array, .map:
            code.line("let start = reader.offset")
            skip(shape, hint, &code)
            code.line("\(target)\(viewType(shape, hint))(reader.bytes(since: start))")
        default: code.line("\(target)\(attempt(shape))")
        }
    }

    /// Statements that pass over a value and check it.
    func skip(_ shape: AvroShape, _ hint: String, _ code: inout SwiftCode) {
        switch shape {
        case .null: break
        case .boolean: code.line("try reader.skipAvroBoolean()")
        case .int: code.line("try reader.skipAvroInt()")
        case .long: code.line("try reader.skipAvroLong()")
        case .float: code.line("try reader.skipAvroFixed(size: 4)")
        case .double: code.line("try reader.skipAvroFixed(size: 8)")
        case .bytes, .string: code.line("try reader.skipAvroBytes()")
        case .value(let value): code.line("try \(value.skip)")
        case .fixed(let reference): code.line("try reader.skipAvroFixed(size: \(reference.size))")
        case .enumeration(let reference): code.line("_ = try \(reference.swiftName)(from: &reader)")
        case .record, .union: code.line("try \(viewType(shape, hint)).skip(&reader)")
        case .optional(let inner, let null):
            code.block("if try reader.readAvroIndex(below: 2) != \(null)") { skip(inner, hint, &$0) }
        case .only(let inner):
            code.line("_ = try reader.readAvroIndex(below: 1)")
            skip(inner, hint, &code)
        case .array(let item, let minimum):
            code.block("try reader.skipAvroArray(minimum: \(minimum))") { skipClosure(item, hint + "Element", &$0) }
        case .map(let value, _): code.block("try reader.skipAvroMap") { skipClosure(value, hint + "Value", &$0) }
        }
    }

    private func skipClosure(_ shape: AvroShape, _ hint: String, _ code: inout SwiftCode) {
        code.line("(\(shape.isNull ? "_" : "reader"): inout \(Self.reader)) throws(\(Self.error)) -> Swift.Void in")
        skip(shape, hint, &code)
    }
}
