#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The four or sixteen bytes of an IP address; nil for a name.
func addressBytes(_ host: String) -> [UInt8]? {
    var four = in_addr()
    if inet_pton(AF_INET, host, &four) == 1 { return withUnsafeBytes(of: &four) { Array($0) } }
    var sixteen = in6_addr()
    if inet_pton(AF_INET6, host, &sixteen) == 1 { return withUnsafeBytes(of: &sixteen) { Array($0) } }
    return nil
}
