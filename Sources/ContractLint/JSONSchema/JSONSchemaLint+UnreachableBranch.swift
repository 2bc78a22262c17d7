import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    /// Branches within branches are compared at each level, so that nesting alone could take for ever.
    private static let maximumComparedBytes = 32 << 20

    mutating func checkBranches(_ place: JSONSchemaLintPlace) {
        for keyword in ["anyOf", "oneOf"] {
            guard let branches = place.node[keyword]?.array else { continue }
            var seen: [JSONNode: SourceRange] = [:]
            for branch in branches where comparedBytes < Self.maximumComparedBytes {
                comparedBytes += branch.range.length
                if let first = seen[branch] {
                    findings.add(
                        .jsonSchemaUnreachableBranch,
                        keyword == "oneOf"
                            ? "the branch is there twice, so that a value which meets it is refused" : "the branch is there twice",
                        at: branch.range, secondary: [.init("first here", at: first)])
                } else if branch.bool == false {
                    findings.add(.jsonSchemaUnreachableBranch, "no value meets the branch 'false'", at: branch.range)
                } else if branches.count > 1, branch.bool == true || branch.object?.isEmpty == true {
                    findings.add(
                        .jsonSchemaUnreachableBranch,
                        keyword == "oneOf"
                            ? "every value meets this branch, so that one which meets another is refused"
                            : "every value meets this branch, so that the others decide nothing",
                        at: branch.range)
                }
                seen[branch] = seen[branch] ?? branch.range
            }
        }
    }
}
