package struct ClientOptions: Sendable, Equatable {
    /// How long a TCP connection and its handshake may take, each.
    package var connectTimeout: Duration
    /// How long one request may wait for its answer. A broker that is late is taken for lost.
    package var requestTimeout: Duration
    /// How long a call is sent anew, over refusals that pass and connections that break. The last try may take its
    /// `requestTimeout` on top.
    package var callDeadline: Duration
    /// Longer answers are refused, and their connection closed.
    package var maxResponseBytes: Int
    package var retries: RetrySchedule
    package var security: ConnectionSecurity

    package init(
        connectTimeout: Duration = .seconds(5), requestTimeout: Duration = .seconds(30),
        callDeadline: Duration = .seconds(30), maxResponseBytes: Int = 128 << 20, retries: RetrySchedule = .init(),
        security: ConnectionSecurity = .plaintext
    ) {
        self.connectTimeout = connectTimeout
        self.requestTimeout = requestTimeout
        self.callDeadline = callDeadline
        self.maxResponseBytes = maxResponseBytes
        self.retries = retries
        self.security = security
    }
}
