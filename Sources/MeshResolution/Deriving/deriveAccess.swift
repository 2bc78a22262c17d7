import Diagnostics
import MeshModel

/// The rules that applications need for what they say they do: `ApplicationPart.needs` of each place, and nothing more.
///
/// Of a schema registry nothing is needed: its subjects are behind HTTP, and no rule of Kafka's speaks of them.
func deriveAccess(for applications: [LinkedApplication], _ footprints: [String: [ApplicationPlace]], _ rules: inout RuleBook) {
    for application in applications {
        let metadata = application.resource.metadata
        for place in footprints[application.resource.name] ?? [] {
            for rule in place.rules(for: application.principal) {
                for cluster in place.clusters {
                    rules.addNeed(
                        rule, on: cluster, owner: metadata.owner?.value, adopts: metadata.adopts,
                        origin: Origin(document: application.origin, range: place.range))
                }
            }
        }
    }
}

/// The rules that follow from an application on a cluster that has all of its topics.
///
/// - Parameter principal: as Kafka writes it: `User:checkout`.
package func derivedRules(of application: ApplicationSpec, as principal: String) -> Set<AccessRule> {
    let places = application.produces.flatMap(\.places) + application.consumes.flatMap(\.places)
    return Set(places.flatMap { $0.rules(for: principal) })
}

extension ApplicationPlace {
    fileprivate func rules(for principal: String) -> [AccessRule] {
        part.needs.map { AccessRule(resourceType: part.type, pattern: pattern, principal: principal, operation: $0) }
    }
}
