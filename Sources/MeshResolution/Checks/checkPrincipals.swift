import Diagnostics
import MeshModel

/// Members of groups that are not there, or are groups themselves.
func checkPrincipals(_ index: MeshIndex, _ diagnostics: inout Findings) {
    for group in index.loaded.principals {
        for member in group.spec.members ?? [] {
            guard let principal = index.principals[member.value] else {
                diagnostics.appendUnknown(
                    "Principal", member, code: "principal/unknown-member", among: Array(index.principals.keys), own: group.name,
                    gaps: index.loaded.gaps)
                continue
            }
            guard principal.spec.members != nil else { continue }
            diagnostics.append(
                Diagnostic(
                    code: "principal/nested-group", "'\(member.value)' is a group itself, and groups are made of people and services", at: member.range,
                    secondary: principal.metadata.name.range.map { [.init("the group", at: $0)] } ?? [],
                    suggestion: "name its members here, or name both groups where access is given"))
        }
    }
}
