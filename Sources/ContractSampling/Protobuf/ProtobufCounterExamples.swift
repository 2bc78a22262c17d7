import ContractCompatibility
import ContractModel
import ContractPayloads
import Determinism
import LocatedJSON

/// Looks for messages that the writer's contract allows and the reader's refuses or takes for others.
struct ProtobufCounterExamples {
    let writer: ProtobufSchema
    let reader: ProtobufSchema
    let level: ProtobufLevel
    private var generator: SeededGenerator

    init(writer: ProtobufSchema, reader: ProtobufSchema, level: ProtobufLevel, seed: UInt64) {
        self.writer = writer
        self.reader = reader
        self.level = level
        generator = SeededGenerator(seed: seed)
    }

    /// - Parameter path: of the difference, `shop.Order.total`.
    mutating func find(toward path: String, attempts: Int) -> CounterExample? {
        let candidates = messages(toward: path)
        guard !candidates.isEmpty else { return nil }
        let focus = focus(path)
        var fallback: CounterExample?
        for attempt in 0..<attempts {
            let (written, read) = candidates[attempt % candidates.count]
            var sampling = ProtobufSampling(schema: writer, generator: generator.split())
            sampling.isTrying = true
            // Also with them left out: a required field that is not there is refused.
            if attempt / candidates.count % 3 != 2 { sampling.focus = focus }
            guard let datum = sampling.message(written, depth: 0) else { continue }
            guard let verdict = judge(datum, written, read) else { continue }
            let isOnTarget = isAbout(verdict, focus)
            guard isOnTarget || fallback == nil, let found = shrunk(datum, written, read, toward: isOnTarget ? focus : []) else { continue }
            if isOnTarget { return found }
            fallback = found
        }
        return fallback
    }

    /// Whether what is wrong is wrong with one of the fields that are meant.
    private func isAbout(_ verdict: Verdict, _ focus: Set<ProtobufID<ProtobufField>>) -> Bool {
        if focus.isEmpty { return true }
        let last = verdict.path.split(separator: ".").last?.prefix { $0 != "[" } ?? ""
        return focus.contains { writer[$0].name == last }
    }

    /// Messages that both have, those that the path leads through first.
    private func messages(toward path: String) -> [(ProtobufMessage, ProtobufMessage)] {
        let shared = writer.ownMessages.compactMap { message in reader.message(named: message.fullName).map { (message, $0) } }
        let named = shared.filter { path == $0.0.fullName || path.hasPrefix($0.0.fullName + ".") }
            .max { $0.0.fullName.utf8.count < $1.0.fullName.utf8.count }
        return named.map { [$0] } ?? Array(shared.prefix(20))
    }

    private func focus(_ path: String) -> Set<ProtobufID<ProtobufField>> {
        Set(writer.fields.filter { writer.fullName(of: $0) == path || isOfEnum($0, path) }.map(\.id))
    }

    private func isOfEnum(_ field: ProtobufField, _ path: String) -> Bool {
        guard case .enumeration(let id) = field.type else { return false }
        return path == writer[id].fullName || path.hasPrefix(writer[id].fullName + ".")
    }

    private struct Verdict {
        var path: String
        var reason: String
        var isSilent: Bool
    }

    private func judge(_ datum: ProtobufDatum, _ written: ProtobufMessage, _ read: ProtobufMessage) -> Verdict? {
        let bytes = encodeProtobuf(datum, in: writer)
        guard writer.validate(bytes, as: written, limit: 1).isEmpty else { return nil }
        do throws(PayloadError) {
            let other = try decodeProtobuf(bytes, message: read, in: reader)
            if let changed = difference(datum, other, "") { return changed }
        } catch {
            return Verdict(path: error.path, reason: error.message, isSilent: false)
        }
        guard level != .wire, let json = try? datum.json(in: writer) else { return nil }
        do throws(PayloadError) {
            let other = try ProtobufDatum(json: json, message: read, in: reader, ignoresUnknown: true)
            return difference(datum, other, "").map { Verdict(path: $0.path, reason: "as JSON, " + $0.reason, isSilent: true) }
        } catch {
            return Verdict(path: error.path, reason: "as JSON, \(error.message)", isSilent: false)
        }
    }

    /// What the reader has otherwise than it was written; nil where all that both know is the same. A field that the reader
    /// does not know is kept or dropped, as readers of Protobuf do.
    private func difference(_ written: ProtobufDatum, _ read: ProtobufDatum, _ path: String) -> Verdict? {
        if let changed = changedDefault(written, read, path) { return changed }
        for entry in written.fields {
            let field = writer[entry.id]
            guard let other = reader.field(entry.number, of: reader[read.type]) else { continue }
            let place = path.isEmpty ? field.name : "\(path).\(field.name)"
            let values = read[entry.number]
            if values.isEmpty, entry.values.allSatisfy({ isAbsent($0, other) }) { continue }
            guard values.count == entry.values.count else {
                let found = values.isEmpty ? "finds nothing there" : "finds \(values.count) values there and not \(entry.values.count)"
                return Verdict(
                    path: place,
                    reason: "the reader, whose field \(entry.number) is '\(other.name)' of \(kind(other, reader)), \(found)",
                    isSilent: true)
            }
            for (first, second) in zip(entry.values, values) {
                if case .message(let first) = first, case .message(let second) = second {
                    if let inner = difference(first, second, place) { return inner }
                } else if !isSame(first, second) {
                    return Verdict(
                        path: place,
                        reason: "'\(place)' was written as \(kind(field, writer)) \(text(first)), and the reader takes it for"
                            + " \(kind(other, reader)) \(text(second))",
                        isSilent: true)
                }
            }
        }
        return nil
    }

    /// Of a field that is not there, which both take for a value of their own.
    private func changedDefault(_ written: ProtobufDatum, _ read: ProtobufDatum, _ path: String) -> Verdict? {
        for field in writer.fields(of: writer[written.type]) where !field.isRepeated && written[field.number].isEmpty {
            guard let other = reader.field(field.number, of: reader[read.type]), !other.isRepeated,
                field.defaultValue != nil || other.defaultValue != nil
            else { continue }
            let (meant, taken) = (writer.defaultText(of: field), reader.defaultText(of: other))
            guard meant != taken else { continue }
            return Verdict(
                path: path,
                reason: "'\(field.name)' is not in it, which the writer means as \(meant ?? "the type's zero") and the reader takes"
                    + " for \(taken ?? "the type's zero")", isSilent: true)
        }
        return nil
    }

    /// A field of implicit presence that has its default is not there.
    private func isAbsent(_ value: ProtobufDatumValue, _ field: ProtobufField) -> Bool {
        guard field.presence == .implicit else { return false }
        switch value {
        case .bool(let value): return !value
        case .signed(let value): return value == 0
        case .unsigned(let value): return value == 0
        case .enumeration(let value): return value == 0
        case .string(let text): return text.isEmpty
        case .bytes(let bytes): return bytes.isEmpty
        case .float(let value): return value == 0
        case .double(let value): return value == 0
        case .message: return false
        }
    }

    private func isSame(_ first: ProtobufDatumValue, _ second: ProtobufDatumValue) -> Bool {
        switch (first, second) {
        case (.string(let text), .bytes(let bytes)), (.bytes(let bytes), .string(let text)): Array(text.utf8) == bytes
        case (.float, _), (_, .float), (.double, _), (_, .double): first == second
        default: whole(first).map { $0 == whole(second) } ?? (first == second)
        }
    }

    /// The number that integers, enums and booleans are.
    private func whole(_ value: ProtobufDatumValue) -> Int128? {
        switch value {
        case .bool(let value): value ? 1 : 0
        case .signed(let value): Int128(value)
        case .unsigned(let value): Int128(value)
        case .enumeration(let value): Int128(value)
        default: nil
        }
    }

    private func kind(_ field: ProtobufField, _ schema: ProtobufSchema) -> String {
        let type =
            switch field.type {
            case .scalar(let scalar): scalar.name
            case .enumeration(let id): "enum \(schema[id].name)"
            case .message(let id): "message \(schema[id].name)"
            case .unresolved: "an unknown type"
            }
        return field.isRepeated ? "repeated \(type)" : type
    }

    private func text(_ value: ProtobufDatumValue) -> String {
        switch value {
        case .bool(let value): "\(value)"
        case .signed(let value): "\(value)"
        case .unsigned(let value): "\(value)"
        case .float(let value): "\(value)"
        case .double(let value): "\(value)"
        case .string(let text): jsonText(String(text.prefix(60)))
        case .bytes(let bytes): "of \(bytes.count) bytes"
        case .enumeration(let number): "\(number)"
        case .message: ""
        }
    }

    // MARK: Less

    private func shrunk(
        _ datum: ProtobufDatum, _ written: ProtobufMessage, _ read: ProtobufMessage, toward focus: Set<ProtobufID<ProtobufField>>
    ) -> CounterExample? {
        var best = datum
        var triesLeft = 300
        var isSmaller = true
        while isSmaller, triesLeft > 0 {
            isSmaller = false
            for candidate in smaller(best) {
                triesLeft -= 1
                if triesLeft <= 0 { break }
                if let verdict = judge(candidate, written, read), isAbout(verdict, focus) {
                    best = candidate
                    isSmaller = true
                    break
                }
            }
        }
        guard let verdict = judge(best, written, read), let json = try? best.json(in: writer) else { return nil }
        return CounterExample(
            payload: json.compactText, bytes: encodeProtobuf(best, in: writer), path: verdict.path,
            explanation: verdict.reason, isSilent: verdict.isSilent)
    }

    /// - Parameter most: of a large message there are very many.
    private func smaller(_ datum: ProtobufDatum, most: Int = 300) -> [ProtobufDatum] {
        guard most > 0 else { return [] }
        var found: [ProtobufDatum] = []
        for place in datum.fields.indices {
            var rest = datum
            rest.fields.remove(at: place)
            found.append(rest)
        }
        for place in datum.fields.indices {
            let entry = datum.fields[place]
            if entry.values.count > 1 {
                var one = datum
                one.fields[place].values.removeLast()
                found.append(one)
            }
            for (number, value) in entry.values.enumerated() {
                guard case .message(let inner) = value else { continue }
                for less in smaller(inner, most: most - found.count) {
                    var changed = datum
                    changed.fields[place].values[number] = .message(less)
                    found.append(changed)
                }
            }
        }
        return found
    }
}
