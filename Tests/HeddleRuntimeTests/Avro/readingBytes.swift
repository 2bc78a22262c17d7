import HeddleRuntime

/// What is read of all of the bytes, or why nothing is.
func outcome<Value>(
    _ bytes: [UInt8], _ read: (inout ByteReader) throws(CodecError) -> Value
) -> Result<Value, CodecError> {
    var reader = ByteReader(bytes.span.bytes)
    do throws(CodecError) {
        let value = try read(&reader)
        try reader.expectEnd()
        return .success(value)
    } catch {
        return .failure(error)
    }
}

extension Result where Failure == CodecError {
    var value: Success? { try? get() }

    /// `at byte 3: the input ends here`; nil where something was read.
    var refusal: String? {
        if case .failure(let error) = self { error.description } else { nil }
    }
}

func written(_ write: (inout ByteWriter) throws(CodecError) -> Void) throws(CodecError) -> [UInt8] {
    var writer = ByteWriter()
    try write(&writer)
    return writer.copyBytes()
}
