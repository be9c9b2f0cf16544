using Amazon.Runtime;

namespace Amazon.CognitoIdentity;

public class AmbiguousRoleResolutionType : ConstantClass
{
    public static readonly AmbiguousRoleResolutionType AuthenticatedRole = new("AuthenticatedRole");
    public static readonly AmbiguousRoleResolutionType Deny = new("Deny");

    public AmbiguousRoleResolutionType(string value)
        : base(value) { }

    public static AmbiguousRoleResolutionType FindValue(string value) => FindValue<AmbiguousRoleResolutionType>(value);

    public static implicit operator AmbiguousRoleResolutionType(string value) => FindValue(value);
}
