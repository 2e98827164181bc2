#include <linux/module.h>
#include <kunit/test.h>

static int half(int of)
{
	return of / 2;
}

static void of_an_even_number(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, half(4), 2);
}

static void of_an_odd_number(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, half(5), 3);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(of_an_even_number),
	KUNIT_CASE(of_an_odd_number),
	{}
};

static struct kunit_suite halves = { .name = "halves", .test_cases = cases };

kunit_test_suite(halves);
MODULE_LICENSE("GPL");
