/// Something that is known beside records has changed: what the broker's change stream tells, one record each.
///
/// A record says what to read again, not what is there now: readers then read it as they always do. Described for them in
/// docs/reference/change-stream.md.
enum MetadataChange: Equatable {
    case created(topic: String)
    case deleted(topic: String)
    case partitions(topic: String)
    /// A topic's own configs.
    case config(topic: String)
    /// Rules came or went, however many.
    case access
    /// The broker's configs, which topics inherit.
    case brokerConfig
    /// The broker began, or could not tell for a while: what it had not told before is not known any more.
    case start

    /// What has to be read again. Readers take a key that they do not know for `everything`.
    var key: String {
        switch self {
        case .created(let topic), .deleted(let topic), .partitions(let topic): "topic:\(topic)"
        case .config(let topic): "config:\(topic)"
        case .access: "acl"
        case .brokerConfig, .start: "everything"
        }
    }

    /// As JSON. Names of topics hold nothing that JSON escapes; see `TopicName`.
    ///
    /// - Parameter moment: of the broker's clock, in milliseconds since 1970.
    func value(at moment: Int64) -> String {
        let name = topic.map { #""topic":"\#($0)","# } ?? ""
        return #"{"version":1,"change":"\#(word)",\#(name)"at":\#(moment)}"#
    }

    /// Whether anybody is told: what the engine and its tools keep for themselves, under names that begin with `__`, changes
    /// by their own doing, and telling of the stream itself would have no end.
    var isTold: Bool { topic.map { !$0.hasPrefix("__") } ?? true }

    private var word: String {
        switch self {
        case .created: "created"
        case .deleted: "deleted"
        case .partitions: "partitions"
        case .config, .brokerConfig: "config"
        case .access: "access"
        case .start: "start"
        }
    }

    private var topic: String? {
        switch self {
        case .created(let topic), .deleted(let topic), .partitions(let topic), .config(let topic): topic
        case .access, .brokerConfig, .start: nil
        }
    }
}
