int demo(int a);
int demo(int a)
{
	int value;

	if (a > 0)
		value = 1;
	return value;
}
