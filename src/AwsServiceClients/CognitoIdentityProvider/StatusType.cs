using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class StatusType : ConstantClass
{
    public static readonly StatusType Disabled = new("Disabled");
    public static readonly StatusType Enabled = new("Enabled");

    public StatusType(string value)
        : base(value) { }

    public static StatusType FindValue(string value) => FindValue<StatusType>(value);

    public static implicit operator StatusType(string value) => FindValue(value);
}
