using Amazon.Runtime;

namespace Amazon.IdentityManagement;

public class AssertionEncryptionModeType : ConstantClass
{
    public static readonly AssertionEncryptionModeType Allowed = new("Allowed");
    public static readonly AssertionEncryptionModeType Required = new("Required");

    public AssertionEncryptionModeType(string value)
        : base(value) { }

    public static AssertionEncryptionModeType FindValue(string value) => FindValue<AssertionEncryptionModeType>(value);

    public static implicit operator AssertionEncryptionModeType(string value) => FindValue(value);
}
