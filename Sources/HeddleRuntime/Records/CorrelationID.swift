/// Which conversation a record belongs to, by the names of headers that are in use; there is no standard.
///
/// Written as `correlation-id` (and as `ce_correlationid` by events that are CloudEvents, whose extension `correlationid` is the same).
public enum CorrelationID {
    public static let header = "correlation-id"
    /// Looked at in this order.
    public static let headersRead = ["correlation-id", "ce_correlationid", "correlationId", "correlationid", "correlation_id", "x-correlation-id"]

    /// The first that is there and is text with something in it.
    public static func read(from headers: [RecordHeader]) -> String? {
        for name in headersRead {
            if let text = headers.text(of: name), !text.isEmpty { return text }
        }
        return nil
    }

    public static func header(_ id: String) -> RecordHeader { RecordHeader(header, text: id) }
}
