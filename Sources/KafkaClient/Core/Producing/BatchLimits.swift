/// When records leave as a batch, how many batches are on their way at once, and for how long they are tried.
package struct BatchLimits: Sendable, Hashable {
    /// Of a batch before compression. A larger record travels alone.
    package var batchBytes: Int
    /// How long a batch waits for more records. Those that a full pipe holds up wait longer, and fill up.
    package var linger: Duration
    /// Batches of one partition that wait for their answers. Brokers remember the last five of a producer (KIP-98).
    package var inFlight: Int
    /// From when a record was handed over until it is given up.
    package var deadline: Duration

    package init(batchBytes: Int = 64 << 10, linger: Duration = .milliseconds(5), inFlight: Int = 5, deadline: Duration = .seconds(120)) {
        self.batchBytes = max(batchBytes, 1)
        self.linger = linger
        self.inFlight = min(max(inFlight, 1), 5)
        self.deadline = deadline
    }
}
