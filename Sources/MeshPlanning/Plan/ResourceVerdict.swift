import MeshModel

/// What comes of one resource: at most one change, what there is to say, and what has to be asked before that is final.
struct ResourceVerdict {
    var change: Change?
    var notice: Notice?
    var question: TopicQuestion?

    static let nothing = ResourceVerdict()
    static func change(_ change: Change, asking question: TopicQuestion? = nil) -> Self { Self(change: change, question: question) }
    static func notice(_ notice: Notice, asking question: TopicQuestion? = nil) -> Self { Self(notice: notice, question: question) }
}
