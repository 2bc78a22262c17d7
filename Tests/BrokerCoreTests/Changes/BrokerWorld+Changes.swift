import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

/// A record of the change stream, as a reader gets it.
struct ToldChange: Equatable {
    var offset: Int64
    var timestamp: Int64
    var key: String
    var value: String
}

extension BrokerWorld {
    /// What readers can see of the change stream from an offset on.
    func changes(from start: Int64 = 0) throws -> [ToldChange] {
        var found: [ToldChange] = []
        var offset = start
        while true {
            let data = try fetch(ChangeStream.topicName, from: offset)
            try #require(data.errorCode == .none)
            guard let bytes = data.records, bytes.readableBytes > 0 else { return found }
            var position = bytes.readerIndex
            while position < bytes.writerIndex {
                var reader = try RecordReader(batchAt: position, in: bytes)
                while let record = try reader.next() {
                    offset = record.offset + 1
                    guard record.offset >= start else { continue }
                    found.append(ToldChange(
                        offset: record.offset, timestamp: record.timestamp, key: record.key.map { String(buffer: $0) } ?? "",
                        value: record.value.map { String(buffer: $0) } ?? ""))
                }
                position += reader.header.sizeInBytes
            }
        }
    }

    /// The keys of what `body` makes the broker tell.
    func keysTold(_ body: () throws -> Void) throws -> [String] {
        let before = try latestOffset(of: ChangeStream.topicName)
        try body()
        return try changes(from: before).map(\.key)
    }

    @discardableResult
    func setConfigs(
        _ topic: String, _ configs: [String: String], type: Int8 = ConfigResource.topicType, validateOnly: Bool = false
    ) throws -> ErrorCode {
        try #require(try call(IncrementalAlterConfigsRequest(
            resources: [
                .init(
                    resourceType: type, resourceName: topic,
                    configs: configs.sorted { $0.key < $1.key }.map { .init(name: $0.key, configOperation: 0, value: $0.value) }),
            ], validateOnly: validateOnly)).responses.first?.errorCode)
    }
}
