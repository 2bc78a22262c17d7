import ContractModel
import Diagnostics
import LocatedJSON
import TestSupport

/// Small schemas, full of types that speak of each other, so that most pairs nearly fit.
struct AvroRandomSchemas {
    var generator: SeededGenerator

    private static let range = SourceRange(file: SourceFile(path: "s", text: ""), start: .start, end: .start)
    private static let names = ["a.R", "b.R", "a.S", "a.E", "b.E", "a.F"]

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func next() -> AvroSchema {
        var types: [String: AvroNamedType] = [:]
        for name in Self.names { types[name] = namedType(name) }
        return AvroSchema(root: type(depth: 3), types: types, definedNames: Self.names)
    }

    private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &generator) == 0 }

    private mutating func namedType(_ name: String) -> AvroNamedType {
        let content: AvroNamedType.Content
        switch name.last {
        case "E":
            let symbols = ["A", "B", "C"].filter { _ in !chance(3) } + ["D"]
            content = .enumeration(symbols: symbols, fallback: chance(3) ? "D" : nil)
        case "F": content = .fixed(size: chance(3) ? 4 : 8, logical: nil)
        default:
            var fields: [AvroField] = []
            for name in ["x", "y", "z"] where !chance(4) {
                fields.append(
                    AvroField(
                        name: name, aliases: chance(8) ? ["x"] : [], type: type(depth: 2),
                        fallback: chance(2) ? JSONNode(.null, at: Self.range) : nil, range: Self.range))
            }
            content = .record(fields)
        }
        return AvroNamedType(fullName: name, aliases: chance(6) ? ["a.S"] : [], content: content, range: Self.range)
    }

    private mutating func type(depth: Int) -> AvroType {
        switch Int.random(in: 0..<(depth > 0 ? 10 : 6), using: &generator) {
        case 0: return .primitive([.int, .long, .string, .null].randomElement(using: &generator)!, logical: nil)
        case 1...5: return .named(Self.names.randomElement(using: &generator)!)
        case 6: return .array(type(depth: depth - 1))
        case 7: return .map(type(depth: depth - 1))
        default:
            let pair = chance(2) ? "R" : "E"
            // Two branches of one unqualified name, where the choice between them counts.
            var branches: [AvroType] = chance(2) ? ["a", "b"].map { space in .named("\(space).\(pair)") } : []
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let branch = type(depth: depth - 1)
                if case .union = branch { continue }
                if !branches.contains(where: { $0.branchName == branch.branchName }) { branches.append(branch) }
            }
            return .union(branches)
        }
    }
}

/// The rules once more, in the plainest way: named types are taken to fit when the fuel is used up. With more fuel than
/// there are pairs of named types, that is the right answer.
struct AvroPlainReading {
    let reader: AvroSchema
    let writer: AvroSchema
    private var answers: [String: Bool] = [:]

    init(reader: AvroSchema, writer: AvroSchema) {
        self.reader = reader
        self.writer = writer
    }

    mutating func reads() -> Bool { reads(reader.root, writer.root, fuel: reader.types.count * writer.types.count + 1) }

    private mutating func reads(_ read: AvroType, _ written: AvroType, fuel: Int) -> Bool {
        if case .union(let branches) = written { return branches.filter { !reads(read, $0, fuel: fuel) }.isEmpty }
        switch (read, written) {
        case (.union(let branches), _): return !branches.filter { reads($0, written, fuel: fuel) }.isEmpty
        case (.primitive(let read, _), .primitive(let written, _)):
            return read == written || (read == .long && written == .int)
        case (.array(let read), .array(let written)), (.map(let read), .map(let written)): return reads(read, written, fuel: fuel)
        case (.named(let read), .named(let written)):
            guard fuel > 0 else { return true }
            let key = "\(read) \(written) \(fuel)"
            if let answer = answers[key] { return answer }
            let answer = reads(reader.types[read]!, writer.types[written]!, fuel: fuel - 1)
            answers[key] = answer
            return answer
        default: return false
        }
    }

    private mutating func reads(_ read: AvroNamedType, _ written: AvroNamedType, fuel: Int) -> Bool {
        guard read.fullName.split(separator: ".").last == written.fullName.split(separator: ".").last
            || read.aliases.contains(written.fullName)
        else { return false }
        switch (read.content, written.content) {
        case (.fixed(let size, _), .fixed(let writtenSize, _)): return size == writtenSize
        case (.enumeration(let symbols, let fallback), .enumeration(let writtenSymbols, _)):
            return fallback != nil || writtenSymbols.allSatisfy(symbols.contains)
        case (.record(let fields), .record(let writtenFields)):
            for field in fields {
                let found = writtenFields.filter { $0.name == field.name || field.aliases.contains($0.name) }
                if found.count > 1 || (found.isEmpty && field.fallback == nil) { return false }
                if let writtenField = found.first, !reads(field.type, writtenField.type, fuel: fuel) { return false }
            }
            return true
        default: return false
        }
    }
}
