import Diagnostics
import MeshModel

/// What the brokers of a topic check, as the configs that tell them.
struct TopicValidation {
    /// `heddle.value.validation`, `heddle.value.subjects` and the same for keys.
    var config: [String: ConfigSetting]
    var range: SourceRange?
}

/// Brokers know a contract by the subjects under which the registry keeps it.
///
/// - Parameter isOwn: the topic says it itself. The mesh's defaults are for the topics that they fit.
func lowerValidation(
    _ validation: Located<Validation>?, isOwn: Bool, of topic: Resource<TopicSpec>, on clusters: [String],
    _ contracts: [String: LinkedContract], _ index: MeshIndex, _ diagnostics: inout Findings
) -> TopicValidation? {
    guard let validation, validation.value != .none else { return nil }
    var config: [String: ConfigSetting] = [:]
    var hasContract = false
    for (side, payload, strategy) in [
        (RecordSide.key, topic.spec.key, topic.spec.keySubject), (.value, topic.spec.value, topic.spec.valueSubject),
    ] {
        guard case .contract(let name) = payload?.value else { continue }
        hasContract = true
        // A contract that is not there, or is wrong, has been told.
        guard let contract = contracts[name] else { continue }
        guard
            let subject = (strategy?.value ?? .topicName).subject(of: side, topic: topic.name, recordName: contract.recordName)
        else { continue }
        config["heddle.\(side.rawValue).validation"] = .value(validation.value.rawValue)
        config["heddle.\(side.rawValue).subjects"] = .value(subject)
    }
    guard hasContract else {
        if isOwn {
            diagnostics.append(
                Diagnostic(
                    .warning, code: "topic/validation-without-contract",
                    "'\(topic.name)' has no contract: '\(validation.value.rawValue)' checks nothing", at: validation.range,
                    suggestion: "give it value: { contract: … }"))
        }
        return nil
    }
    for name in clusters {
        guard let cluster = index.clusters[name], let problem = cluster.spec.whyItCannotValidate else { continue }
        diagnostics.append(
            Diagnostic(
                cluster.spec.engine.value == .embedded ? .warning : .error, code: "topic/validation-not-possible",
                "'\(name)' cannot check the records of '\(topic.name)': \(problem.why)", at: validation.range,
                secondary: [.init("this cluster", at: cluster.metadata.name.range ?? cluster.range)], suggestion: problem.remedy))
    }
    return TopicValidation(config: config, range: validation.range)
}

extension ClusterSpec {
    fileprivate var whyItCannotValidate: (why: String, remedy: String)? {
        if engine.value != .embedded {
            ("an engine of kind '\(engine.value.rawValue)' does not read what is in a record", "say validation: none for this topic")
        } else if registryAddress == nil {
            ("it has no schema registry, which tells a broker the contracts' ids", "add registry: { address: \"127.0.0.1:8181\" } to the cluster")
        } else {
            nil
        }
    }
}
