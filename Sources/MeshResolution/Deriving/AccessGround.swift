import Diagnostics
import MeshModel

/// What the resources of Access documents are looked up in.
struct AccessGround {
    var index: MeshIndex
    var topics: TopicTable
    /// By the application's name.
    var footprints: [String: [ApplicationPlace]]
    /// Label → value → names of declared topics, in the order of declaration.
    private let labelled: [String: [String: [String]]]

    init(_ index: MeshIndex, _ topics: TopicTable, _ footprints: [String: [ApplicationPlace]]) {
        self.index = index
        self.topics = topics
        self.footprints = footprints
        var labelled: [String: [String: [String]]] = [:]
        for topic in index.loaded.topics {
            for (label, value) in topic.metadata.labels { labelled[label, default: [:]][value.value, default: []].append(topic.name) }
        }
        self.labelled = labelled
    }

    /// The declared topics that have all of the labels.
    func topics(with labels: [String: Located<String>]) -> [String] {
        let found = labels.map { labelled[$0.key]?[$0.value.value] ?? [] }.sorted { $0.count < $1.count }
        guard let fewest = found.first else { return [] }
        let others = found.dropFirst().map(Set.init)
        return fewest.filter { name in others.allSatisfy { $0.contains(name) } }
    }

    /// The values that declared topics have of a label.
    func values(of label: String) -> [String] { labelled[label].map { $0.keys.sorted() } ?? [] }

    var labels: [String] { labelled.keys.sorted() }
}
