import ContractModel
import Diagnostics

/// Goes through two schemas side by side and notes what differs. Named types wait their turn in a queue, so that no chain
/// of them deepens the stack, and the shortest path to a pair is the one that is told.
struct AvroComparison {
    /// Where the comparison stands, in both schemas.
    struct Place {
        private static let longest = 2_000

        private(set) var path: String
        var readerRange: SourceRange?
        var writerRange: SourceRange?

        static let root = Place(path: "")

        func appending(_ step: String) -> Place {
            var place = self
            // A path that long would not be read, and many of them would fill the memory.
            place.path = path.utf8.count > Self.longest ? "…/\(step)" : "\(path)/\(step)"
            return place
        }

        func within(reader: SourceRange, writer: SourceRange) -> Place {
            var place = self
            place.readerRange = reader
            place.writerRange = writer
            return place
        }
    }

    private static let mostDifferences = 1_000

    var readability: AvroReadability
    private var differences: [Difference] = []
    private var seen: Set<AvroReadability.Pair> = []
    private var waiting: [(pair: AvroReadability.Pair, place: Place)] = []

    init(reader: AvroSchema, writer: AvroSchema, effort: Int) {
        readability = AvroReadability(reader: reader, writer: writer, effort: effort)
    }

    var reader: AvroSchema { readability.reader }
    var writer: AvroSchema { readability.writer }

    mutating func run() -> [Difference] {
        compare(reader.root, writer.root, at: .root)
        var next = 0
        while next < waiting.count, !mustStop {
            let (pair, place) = waiting[next]
            compareNamed(pair, at: place)
            next += 1
        }
        if mustStop { giveUp() }
        return differences
    }

    private var mustStop: Bool { readability.hasGivenUp || differences.count >= Self.mostDifferences }

    mutating func compare(_ readerType: AvroType, _ writerType: AvroType, at place: Place) {
        readability.spend()
        guard !mustStop else { return }
        switch (readerType, writerType) {
        case (.union(let branches), .union(let written)):
            for (number, branch) in written.enumerated() {
                compareUnion(branches, branch, at: place, missingAt: place.appending("\(number)"))
            }
        case (.union(let branches), _): compareUnion(branches, writerType, at: place, missingAt: place)
        case (_, .union(let written)):
            for (number, branch) in written.enumerated() { compare(readerType, branch, at: place.appending("\(number)")) }
        case (.primitive(let read, let readLogical), .primitive(let written, let writtenLogical)):
            comparePrimitives(read, written, at: place)
            compareLogicalTypes(readLogical, writtenLogical, at: place)
        case (.array(let items), .array(let written)): compare(items, written, at: place.appending("items"))
        case (.map(let values), .map(let written)): compare(values, written, at: place.appending("values"))
        case (.named(let read), .named(let written)) where isSameKind(read, written):
            let pair = AvroReadability.Pair(reader: read, writer: written)
            if seen.insert(pair).inserted { waiting.append((pair, place)) }
        default:
            report(
                .typeNotReadable, "data written as \(describe(writerType, in: writer)) cannot be read as "
                    + describe(readerType, in: reader), at: place)
        }
    }

    mutating func report(_ rule: AvroRule, _ message: String, at place: Place) {
        guard differences.count < Self.mostDifferences else { return }
        differences.append(
            Difference(
                rule: rule.rawValue, path: place.path.isEmpty ? "/" : place.path, message: message, isBreaking: rule.isBreaking,
                oldRange: place.writerRange, newRange: place.readerRange))
    }

    private mutating func giveUp() {
        differences.append(
            Difference(
                rule: AvroRule.comparisonGivenUp.rawValue, path: "/",
                message: readability.hasGivenUp
                    ? "the schemas are too large to be compared to the end, which counts as breaking"
                    : "there are more than \(Self.mostDifferences) differences; the others are not told",
                isBreaking: AvroRule.comparisonGivenUp.isBreaking))
    }

    private func isSameKind(_ read: String, _ written: String) -> Bool {
        guard let read = reader.types[read], let written = writer.types[written] else { return false }
        return read.isSameKind(as: written)
    }
}
