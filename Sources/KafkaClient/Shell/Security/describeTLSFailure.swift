import NIOCore
import NIOSSL

/// What went wrong in TLS, in words; nil for an error of another kind.
func describeTLSFailure(_ error: any Error) -> String? {
    if let error = error as? NIOSSLExtraError, error == .failedToValidateHostname {
        return "the server's certificate is for another host; if that is meant, give the name in 'serverName'"
    }
    guard error is NIOSSLError || error is BoringSSLError else { return nil }
    let text = "\(error)"
    for (name, words) in alerts where text.contains(name) { return words }
    if text.contains("EOF during handshake") { return "the TLS handshake was broken off" }
    if case NIOSSLError.uncleanShutdown? = error as? NIOSSLError { return "closed by the broker" }
    return "TLS failed"
}

/// BoringSSL's names, the narrower first.
private let alerts: [(String, String)] = [
    ("WRONG_VERSION_NUMBER", "the listener speaks plaintext, not TLS"),
    ("CERTIFICATE_VERIFY_FAILED", untrusted),
    ("CERTIFICATE_REQUIRED", "the listener demands a client's certificate: give 'certificate' and 'key'"),
    ("ALERT_UNKNOWN_CA", "the listener does not trust the issuer of the client's certificate"),
    ("ALERT_CERTIFICATE_EXPIRED", "the client's certificate has expired, says the listener"),
    ("ALERT_BAD_CERTIFICATE", "the listener refuses the client's certificate"),
    ("ALERT_CERTIFICATE", "the listener refuses the client's certificate"),
    ("HANDSHAKE_FAILURE", "the listener breaks the TLS handshake off: it may demand a client's certificate, or share no cipher with us"),
    ("PROTOCOL_VERSION", "the listener speaks no version of TLS from 1.2 on"),
    ("UNSUPPORTED_PROTOCOL", "the listener speaks no version of TLS from 1.2 on"),
]

let untrusted = "the server's certificate is not trusted"
