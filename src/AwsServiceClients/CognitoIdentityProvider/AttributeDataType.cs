using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class AttributeDataType : ConstantClass
{
    public static readonly AttributeDataType Boolean = new("Boolean");
    public static readonly AttributeDataType DateTime = new("DateTime");
    public static readonly AttributeDataType Number = new("Number");
    public static readonly AttributeDataType String = new("String");

    public AttributeDataType(string value)
        : base(value) { }

    public static AttributeDataType FindValue(string value) => FindValue<AttributeDataType>(value);

    public static implicit operator AttributeDataType(string value) => FindValue(value);
}
