import MeshModel

func isValidationKey(_ key: String) -> Bool {
    RecordSide.allCases.contains { key == "heddle.\($0.rawValue).validation" || key == "heddle.\($0.rawValue).subjects" }
}

/// What the brokers check of a topic's records, where saying so in a manifest sets just what is set.
func raisedValidation(
    of topic: ChosenTopic, _ payloads: [RecordSide: ImportedPayload], _ request: ImportRequest
) -> Validation? {
    guard let spec = request.clusterSpec, spec.engine.value == .embedded, spec.registryAddress != nil, !payloads.isEmpty else { return nil }
    var modes: Set<String> = []
    for side in RecordSide.allCases {
        let mode = topic.own("heddle.\(side.rawValue).validation")
        let subjects = topic.own("heddle.\(side.rawValue).subjects")
        guard subjects == payloads[side]?.subject, (mode == nil) == (payloads[side] == nil) else { return nil }
        if let mode { modes.insert(mode) }
    }
    guard modes.count == 1, let mode = modes.first.flatMap(Validation.init), mode != .none else { return nil }
    return mode
}
