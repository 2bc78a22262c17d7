import MeshModel
import MeshResolution

/// Something takes what is in one topic and puts it, or what it makes of it, into another.
struct DataFlow: Sendable, Hashable {
    enum Kind: String, Sendable, Hashable {
        /// The application reads one and writes the other.
        case application
        /// Records as they are, set aside to be tried again.
        case retry
        /// Records as they are, set aside for people.
        case deadLetter = "dead letter"
    }

    var from: String
    var to: String
    /// `Application shipping`.
    var carrier: String
    var kind: Kind

    /// Whether the records come through unchanged.
    var isCopy: Bool { kind != .application }
}

/// What flows follow from Applications. Whatever else carries records (routes, mirrors, connectors) adds edges here.
func dataFlows(of applications: [Resource<ApplicationSpec>]) -> [DataFlow] {
    var flows: [DataFlow] = []
    for application in applications {
        let carrier = "Application \(application.name)"
        for consumption in application.spec.consumes {
            let topic = consumption.topic.value
            let group = consumption.group.value
            if consumption.retry != nil {
                flows.append(DataFlow(from: topic, to: DerivedTopic.retry(topic, group: group), carrier: carrier, kind: .retry))
            }
            if consumption.deadLetter != nil {
                flows.append(DataFlow(from: topic, to: DerivedTopic.deadLetter(topic, group: group), carrier: carrier, kind: .deadLetter))
            }
            for production in application.spec.produces where production.topic.value != topic {
                flows.append(DataFlow(from: topic, to: production.topic.value, carrier: carrier, kind: .application))
            }
        }
    }
    return flows
}

/// Where the data of topics ends up.
struct FlowGraph: Sendable {
    private let edges: [String: [DataFlow]]

    init(_ flows: [DataFlow]) { edges = Dictionary(grouping: flows, by: \.from) }

    var sources: [String] { edges.keys.sorted() }

    /// Every topic that data of this one comes to, with the shortest way there. The topic itself is not among them.
    func reach(from topic: String, where isFollowed: (DataFlow) -> Bool = { _ in true }) -> [String: [DataFlow]] {
        var ways: [String: [DataFlow]] = [topic: []]
        var open = [topic]
        var next = 0
        while next < open.count {
            let place = open[next]
            next += 1
            for edge in edges[place] ?? [] where ways[edge.to] == nil && isFollowed(edge) {
                ways[edge.to] = (ways[place] ?? []) + [edge]
                open.append(edge.to)
            }
        }
        ways[topic] = nil
        return ways
    }
}

/// `orders.created → (Application shipping) → shipments.planned`
func wayText(_ way: [DataFlow]) -> String {
    guard let first = way.first else { return "" }
    return first.from + way.map { " → (\($0.carrier)\($0.kind == .application ? "" : ", \($0.kind.rawValue)")) → \($0.to)" }.joined()
}
