import Determinism

/// One call of `handle`: what is known while it lasts, and what comes of it.
struct Turn {
    let now: Instant
    let settings: ReconcilerSettings
    var source: SourceState
    let isStopping: Bool
    private(set) var lastTicket: Int
    private(set) var actions: [ReconcilerAction] = []

    init(now: Instant, settings: ReconcilerSettings, source: SourceState, isStopping: Bool, lastTicket: Int) {
        self.now = now
        self.settings = settings
        self.source = source
        self.isStopping = isStopping
        self.lastTicket = lastTicket
    }

    mutating func perform(_ action: ReconcilerAction) { actions.append(action) }

    /// - Returns: the ticket that the answer will carry.
    mutating func ask(_ action: (Ticket) -> ReconcilerAction) -> Ticket {
        lastTicket += 1
        let ticket = Ticket(number: lastTicket)
        actions.append(action(ticket))
        return ticket
    }
}
