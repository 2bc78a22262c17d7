// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The directories that hold records.
package struct DescribeLogDirsResponse: KafkaMessage {
    package static let apiKey = APIKey.describeLogDirs
    package static let versions: ClosedRange<Int16> = 1...4
    package static let firstFlexibleVersion: Int16 = 2

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// NONE, or why nothing is told. Version 3 and later.
    package var errorCode: ErrorCode
    /// By directory.
    package var results: [DescribeLogDirsResult]

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        results: [DescribeLogDirsResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.results = results
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        throttleTimeMs = try reader.readInt32()
        errorCode = try version >= 3 ? reader.readErrorCode() : .none
        results = try reader.readArray(of: DescribeLogDirsResult.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        writer.writeInt32(throttleTimeMs)
        if version >= 3 {
            writer.writeErrorCode(errorCode)
        }
        try writer.writeArray(results, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension DescribeLogDirsResponse {
    /// An element of `results`.
    package struct DescribeLogDirsResult: WireStructure {
        /// NONE, or what is wrong with the directory.
        package var errorCode: ErrorCode
        /// The directory's absolute path.
        package var logDir: String
        /// By topic.
        package var topics: [DescribeLogDirsTopic]
        /// The size of the volume in bytes; -1 if it is not known. Version 4 and later.
        package var totalBytes: Int64
        /// How much of the volume is free, in bytes; -1 if it is not known. Version 4 and later.
        package var usableBytes: Int64

        package init(
            errorCode: ErrorCode = .none,
            logDir: String = "",
            topics: [DescribeLogDirsTopic] = [],
            totalBytes: Int64 = -1,
            usableBytes: Int64 = -1
        ) {
            self.errorCode = errorCode
            self.logDir = logDir
            self.topics = topics
            self.totalBytes = totalBytes
            self.usableBytes = usableBytes
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            errorCode = try reader.readErrorCode()
            logDir = try reader.readString(flexible: flexible)
            topics = try reader.readArray(of: DescribeLogDirsTopic.self, flexible: flexible, version: version)
            totalBytes = try version >= 4 ? reader.readInt64() : -1
            usableBytes = try version >= 4 ? reader.readInt64() : -1
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeErrorCode(errorCode)
            try writer.writeString(logDir, flexible: flexible)
            try writer.writeArray(topics, flexible: flexible, version: version)
            if version >= 4 {
                writer.writeInt64(totalBytes)
            }
            if version >= 4 {
                writer.writeInt64(usableBytes)
            }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension DescribeLogDirsResponse {
    /// An element of `topics`.
    package struct DescribeLogDirsTopic: WireStructure {
        /// The topic's name.
        package var name: String
        /// By partition.
        package var partitions: [DescribeLogDirsPartition]

        package init(name: String = "", partitions: [DescribeLogDirsPartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            name = try reader.readString(flexible: flexible)
            partitions = try reader.readArray(of: DescribeLogDirsPartition.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(name, flexible: flexible)
            try writer.writeArray(partitions, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension DescribeLogDirsResponse {
    /// An element of `partitions`.
    package struct DescribeLogDirsPartition: WireStructure {
        /// The partition's number.
        package var partitionIndex: Int32
        /// The size of its segments, in bytes.
        package var partitionSize: Int64
        /// How far the replica is behind.
        package var offsetLag: Int64
        /// Whether it is a copy under way to another directory.
        package var isFutureKey: Bool

        package init(
            partitionIndex: Int32 = 0,
            partitionSize: Int64 = 0,
            offsetLag: Int64 = 0,
            isFutureKey: Bool = false
        ) {
            self.partitionIndex = partitionIndex
            self.partitionSize = partitionSize
            self.offsetLag = offsetLag
            self.isFutureKey = isFutureKey
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            partitionIndex = try reader.readInt32()
            partitionSize = try reader.readInt64()
            offsetLag = try reader.readInt64()
            isFutureKey = try reader.readBool()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeInt32(partitionIndex)
            writer.writeInt64(partitionSize)
            writer.writeInt64(offsetLag)
            writer.writeBool(isFutureKey)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
