/// A trace's place and what systems along the way keep there: the two headers together.
///
///     let context = TraceContext(headers: record.headers)
///     outgoing += context.headers
public struct TraceContext: Sendable, Hashable {
    public var parent: TraceParent
    public var state: TraceState

    public init(parent: TraceParent, state: TraceState = TraceState()) {
        self.parent = parent
        self.state = state
    }

    /// - Parameters:
    ///   - traceparent: nil or not valid, and there is no context.
    ///   - tracestate: one that is not valid is dropped alone.
    public init?(traceparent: String?, tracestate: String? = nil) {
        guard let traceparent, let parent = TraceParent(traceparent) else { return nil }
        self.init(parent: parent, state: tracestate.flatMap(TraceState.init) ?? TraceState())
    }

    /// Of a record. Several `traceparent`s are none; several `tracestate`s are one list.
    public init?(headers: [RecordHeader]) {
        let parents = headers.filter { $0.name == TraceParent.header }
        guard parents.count == 1 else { return nil }
        let states = headers.filter { $0.name == TraceState.header }.compactMap(\.text)
        self.init(traceparent: parents[0].text, tracestate: states.isEmpty ? nil : states.joined(separator: ","))
    }

    public var headers: [RecordHeader] {
        let parentHeader = RecordHeader(TraceParent.header, text: parent.description)
        return state.isEmpty ? [parentHeader] : [parentHeader, RecordHeader(TraceState.header, text: state.description)]
    }
}
