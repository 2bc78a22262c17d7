import Testing
import X509

@testable import BrokerServer

/// As Java's X500Principal spells them, and so ACLs of clusters elsewhere.
@Suite struct `Subjects of certificates` {
    @Test(arguments: [
        ("checkout", "CN=checkout,O=shop"), ("a,b", "CN=a\\,b,O=shop"), (" a ", "CN=\\ a\\ ,O=shop"), ("#1=x", "CN=\\#1=x,O=shop"),
        ("a#b+c\"d\\e<f>g;h", "CN=a#b\\+c\\\"d\\\\e\\<f\\>g\\;h,O=shop"), ("Zoë", "CN=Zoë,O=shop"), ("  ", "CN=\\ \\ ,O=shop"),
    ])
    func `the last part comes first, and what would be misread is escaped`(common: String, name: String) throws {
        let subject = try DistinguishedName {
            OrganizationName("shop")
            CommonName(common)
        }
        #expect(subjectName(subject) == name)
    }

    @Test func `what has no keyword is written as its bytes`() throws {
        let subject = DistinguishedName([
            RelativeDistinguishedName(.init(type: [1, 2, 840, 113_549, 1, 9, 1], utf8String: "a@b")),
            RelativeDistinguishedName([.init(type: [2, 5, 4, 3], utf8String: "x"), .init(type: [2, 5, 4, 11], utf8String: "y")]),
        ])
        let name = subjectName(subject)
        #expect(name.hasSuffix(",1.2.840.113549.1.9.1=#0c03614062"))
        #expect(name.hasPrefix("CN=x+OU=y,") || name.hasPrefix("OU=y+CN=x,"))
    }
}
