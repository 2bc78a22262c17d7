import Diagnostics
import LocatedYAML

/// Compares trees with descriptions and says everything that does not fit, in one pass.
struct ManifestChecker {
    private(set) var diagnostics: [Diagnostic] = []
    /// Diagnostics beyond this are counted, not kept.
    private let maximumDiagnostics: Int
    private(set) var omittedDiagnostics = 0
    /// False inside a document of which the parser has already said that a part could not be read: nulls there are that
    /// part, and no second error.
    var isWhole = true
    /// Of scalars that hold a variable without a value: that has been said, and what they would be is unknown.
    var unknownValues: Set<SourceRange> = []

    init(maximumDiagnostics: Int = LoadingLimits().maximumDiagnostics) { self.maximumDiagnostics = maximumDiagnostics }

    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < maximumDiagnostics { diagnostics.append(diagnostic) } else { omittedDiagnostics += 1 }
    }

    /// What is reported will not be shown, so that nobody need look for what was meant.
    var isFull: Bool { diagnostics.count >= maximumDiagnostics }

    mutating func check(_ node: YAMLNode, as field: FieldDescription) -> ManifestValue? {
        check(node, field.shape, of: FieldInPlace(field))
    }

    /// - Parameter field: whose value this is, for the message and its example.
    /// - Returns: nil when nothing of the value can be used.
    mutating func check(_ node: YAMLNode, _ shape: ValueShape, of field: FieldInPlace) -> ManifestValue? {
        if !unknownValues.isEmpty, node.scalar != nil, unknownValues.contains(node.range) { return nil }
        switch shape {
        case .text, .integer, .boolean, .duration, .size, .choice:
            return checkScalar(node, shape, of: field)
        case .list(let item, let minimum):
            return checkList(node, of: item, atLeast: minimum, field: field)
        case .map(let item, _):
            return checkMap(node, of: item, shape: shape, field: field)
        case .object(let object):
            return checkObject(node, object, field: field)
        case .either(let shapes):
            guard let fitting = shapes.first(where: { $0.takesNode(node) }) else {
                return refuse(node, shape, of: field)
            }
            return check(node, fitting, of: field)
        case .setting:
            return checkSetting(node, of: field)
        case .secret:
            return checkSecret(node, of: field)
        case .anything:
            return ManifestValue(.anything(node), at: node.range)
        }
    }

    /// Says that a value is of the wrong sort altogether.
    mutating func refuse(_ node: YAMLNode, _ shape: ValueShape, of field: FieldInPlace) -> ManifestValue? {
        if !isWhole, node.isNull { return nil }
        var suggestion: String?
        var fixIts: [TextEdit] = []
        if case .text = shape, let scalar = node.scalar, !node.isNull, node.aliasRange == nil {
            suggestion = "put it in quotes: \"\(scalar.text)\""
            fixIts = [TextEdit(replace: node.range, with: "\"\(scalar.text)\"")]
        } else if let item = shape.listItem, item.takesNode(node), let scalar = node.scalar, !node.isNull {
            suggestion = "put it in brackets: [\(scalar.text)]"
        }
        report(
            Diagnostic(
                code: "manifest/wrong-type", "'\(field.name)' must be \(shape.noun), not \(node.kindDescription)", at: node.range,
                label: "expected \(shape.noun), such as \(field.example)", secondary: useLabel(node), suggestion: suggestion,
                fixIts: fixIts))
        return nil
    }

    /// Where an alias led to the value in question, that place too.
    func useLabel(_ node: YAMLNode) -> [Diagnostic.Label] {
        node.aliasRange.map { [Diagnostic.Label("used here", at: $0)] } ?? []
    }
}

extension ValueShape {
    /// What a list holds, where a list can stand.
    fileprivate var listItem: ValueShape? {
        switch self {
        case .list(let item, _): item
        case .either(let shapes): shapes.lazy.compactMap(\.listItem).first
        default: nil
        }
    }

    /// Whether a node of this sort (scalar, list, mapping) is what the shape speaks of.
    func takesNode(_ node: YAMLNode) -> Bool {
        switch self {
        case .text, .integer, .boolean, .duration, .size, .choice: node.scalar != nil && !node.isNull
        case .list: node.sequence != nil
        case .map, .object: node.mapping != nil
        case .either(let shapes): shapes.contains { $0.takesNode(node) }
        case .setting: node.mapping == nil
        case .secret: true
        case .anything: true
        }
    }
}
