import ContractModel
import Diagnostics

/// How two versions of a Protobuf contract differ. Both are to have been loaded without errors.
///
/// Files are matched by path, messages, enums and services by full name, fields and values by number, as programs and the
/// wire do. Messages of different names are never equal, whatever they hold: `Any` and JSON tell them by name, and so do
/// buf and the registries.
///
/// One look is for both directions: what deletes or reuses names and numbers is wrong whoever reads. The few changes that
/// one side alone survives, as `string` to `bytes`, are judged for `victim`. So do not swap the versions to check forward.
///
/// Effort and memory grow with the size of both contracts, not with their product.
///
/// - Parameters:
///   - victim: whose reading has to go on.
///   - roots: where the contract is one file with what that imports: its path in either version, which may differ. Other
///     files are then part of it for as long as they are imported; nil where all files are the contract.
/// - Returns: in the order in which the old contract is written, by kind of thing.
///
///     compareProtobuf(old: old.schema, new: new.schema, level: .wire).filter(\.isBreaking)
package func compareProtobuf(
    old: ProtobufSchema, new: ProtobufSchema, level: ProtobufLevel,
    for victim: Difference.Victim = .newReaders,
    roots: (old: String, new: String)? = nil
) -> [Difference] {
    let comparison = ProtobufComparison(
        old: old, new: new, level: level, victim: victim, roots: roots)
    comparison.compareFiles()
    comparison.compareMessages()
    comparison.compareExtensions()
    comparison.compareEnums()
    comparison.compareServices()
    return comparison.differences
}

/// Both versions, what matches what, and what has been found so far. Each family of rules is an extension. It lives for one
/// comparison.
final class ProtobufComparison {
    let old: ProtobufSchema
    let new: ProtobufSchema
    let level: ProtobufLevel
    let victim: Difference.Victim
    let counterparts: ProtobufCounterparts
    /// The contract is one file, and others are there because it imports them.
    let hasRoot: Bool
    private(set) var differences: [Difference] = []
    /// Bytes of text that may still be said: names may be as long as a file.
    private var textBudget = 16 << 20
    /// Columns that may still be counted: each place asks for a look at its line, and a line may be as long as a file.
    private var columnBudget = 64 << 20

    /// Enums that changed their place, and whether they kept all that they had.
    var enumMoves: [EnumMove: Bool] = [:]
    /// Values that may still be looked at for such moves.
    var enumMoveBudget = 1 << 20

    init(
        old: ProtobufSchema, new: ProtobufSchema, level: ProtobufLevel, victim: Difference.Victim,
        roots: (old: String, new: String)?
    ) {
        self.old = old
        self.new = new
        self.level = level
        self.victim = victim
        hasRoot = roots != nil
        counterparts = ProtobufCounterparts(old: old, new: new, roots: roots)
    }

    /// A place in one of the versions.
    typealias Place = (file: ProtobufID<ProtobufFile>, span: ProtobufSpan)

    func report(
        _ rule: ProtobufRule, _ path: @autoclosure () -> String, _ message: @autoclosure () -> String,
        old: Place? = nil,
        new: Place? = nil
    ) {
        let weight = rule.weight(at: level)
        guard weight != .silent, textBudget > 0 else { return }
        let difference = Difference(
            rule: rule.rawValue, path: path(), message: message(), isBreaking: weight == .breaking,
            oldRange: range(of: old, in: self.old), newRange: range(of: new, in: self.new))
        textBudget -= difference.path.utf8.count + difference.message.utf8.count
        differences.append(difference)
        if textBudget <= 0 {
            differences.append(
                Difference(
                    rule: ProtobufRule.tooManyDifferences.rawValue, path: difference.path,
                    message:
                        "there are more than the \(differences.count) differences told here; what follows was not judged"
                ))
        }
    }

    private func range(of place: Place?, in schema: ProtobufSchema) -> SourceRange? {
        guard let place, columnBudget > 0 else { return nil }
        let range = schema[place.file].source.range(place.span)
        columnBudget -= Int(range.start.column + range.end.column)
        return range
    }
}
