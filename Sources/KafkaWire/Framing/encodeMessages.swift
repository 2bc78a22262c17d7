import NIOCore

/// A response as it goes on the wire: length, header, message.
///
/// - Parameter version: that of the request.
package func encodeResponse<Response: KafkaMessage>(
    correlationId: Int32, message: Response, version: Int16
) throws(WireError) -> ByteBuffer {
    try encodeFrame(message, version: version) { (writer: inout WireWriter) throws(WireError) in
        ResponseHeader(correlationId: correlationId).write(to: &writer, of: Response.self, apiVersion: version)
    }
}

/// A request as it goes on the wire: length, header, message.
package func encodeRequest<Request: KafkaRequest>(
    correlationId: Int32, clientId: String?, message: Request, version: Int16
) throws(WireError) -> ByteBuffer {
    try encodeFrame(message, version: version) { (writer: inout WireWriter) throws(WireError) in
        let header = RequestHeader(
            apiKey: Request.apiKey, apiVersion: version, correlationId: correlationId, clientId: clientId)
        try header.write(to: &writer)
    }
}

/// A frame's content → the message, which must end where the frame does.
///
///     var reader = WireReader(frame, maxElements: 1_000_000)
///     let header = try RequestHeader(from: &reader)
///     let request = try decodeMessage(FetchRequest.self, from: &reader, version: header.apiVersion)
package func decodeMessage<Message: KafkaMessage>(
    _: Message.Type, from reader: inout WireReader, version: Int16
) throws(WireError) -> Message {
    let message = try Message(from: &reader, version: version)
    try reader.expectEnd()
    return message
}

/// A response frame's content → what it answers, and the answer.
package func decodeResponse<Response: KafkaMessage>(
    _: Response.Type, from frame: ByteBuffer, version: Int16
) throws(WireError) -> (correlationId: Int32, message: Response) {
    var reader = WireReader(frame)
    let header = try ResponseHeader(from: &reader, of: Response.self, apiVersion: version)
    return (header.correlationId, try decodeMessage(Response.self, from: &reader, version: version))
}

private func encodeFrame<Message: KafkaMessage>(
    _ message: Message, version: Int16,
    header: (inout WireWriter) throws(WireError) -> Void
) throws(WireError) -> ByteBuffer {
    let payload = message.payloadBytes
    // One allocation for the large ones; the rest of a message is rarely more than this.
    var writer = WireWriter(capacity: payload + payload / 64 + 256)
    writer.writeInt32(0)
    try header(&writer)
    try message.write(to: &writer, version: version)
    let length = writer.buffer.readableBytes - 4
    guard let prefix = Int32(exactly: length) else { throw .tooLongToWrite(length: length, limit: Int(Int32.max)) }
    writer.buffer.setInteger(prefix, at: writer.buffer.readerIndex)
    return writer.buffer
}
