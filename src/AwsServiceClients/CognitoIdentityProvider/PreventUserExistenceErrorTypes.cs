using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class PreventUserExistenceErrorTypes : ConstantClass
{
    public static readonly PreventUserExistenceErrorTypes ENABLED = new("ENABLED");
    public static readonly PreventUserExistenceErrorTypes LEGACY = new("LEGACY");

    public PreventUserExistenceErrorTypes(string value)
        : base(value) { }

    public static PreventUserExistenceErrorTypes FindValue(string value) => FindValue<PreventUserExistenceErrorTypes>(value);

    public static implicit operator PreventUserExistenceErrorTypes(string value) => FindValue(value);
}
